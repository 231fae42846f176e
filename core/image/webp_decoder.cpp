#include "core/image/decoding.h"
#include "core/image/picture_decoders.h"
#include "core/image/picture_header.h"
#include "core/image/webp_chunks.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>
#include <webp/decode.h>
#include <webp/demux.h>

namespace vbs {

namespace {

RgbImage imageOverWhite(const std::uint8_t* rgba, int width, int height)
{
    RgbImage image(width, height);
    std::uint8_t* to = image.pixels.data();
    for (const std::uint8_t* const end = to + image.pixels.size(); to != end; rgba += 4, to += 3)
        for (int c = 0; c < 3; ++c)
            to[c] = overWhite(rgba[c], rgba[3]);
    return image;
}

/// Of a file that is cut off: the rows that are there; the rest is grey, and the flaw set.
RgbImage firstRows(std::span<const std::uint8_t> bytes, const std::string& name)
{
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(bytes.data(), bytes.size(), &features) != VP8_STATUS_OK)
        throwCutOff(name, "WebP");
    const std::size_t rowBytes = std::size_t(features.width) * 4;
    std::vector<std::uint8_t> rgba(rowBytes * std::size_t(features.height));
    const std::unique_ptr<WebPIDecoder, decltype(&WebPIDelete)> decoder(
        WebPINewRGB(MODE_RGBA, rgba.data(), rgba.size(), static_cast<int>(rowBytes)), &WebPIDelete);
    int rows = 0;
    const VP8StatusCode status =
        decoder ? WebPIAppend(decoder.get(), bytes.data(), bytes.size()) : VP8_STATUS_OUT_OF_MEMORY;
    if ((status != VP8_STATUS_SUSPENDED && status != VP8_STATUS_OK) ||
        !WebPIDecGetRGB(decoder.get(), &rows, nullptr, nullptr, nullptr) || rows < 1)
        throwCutOff(name, "WebP");
    RgbImage image = imageOverWhite(rgba.data(), features.width, features.height);
    if (status == VP8_STATUS_OK)
        return image;
    std::fill(image.row(rows), image.pixels.data() + image.pixels.size(), kMissing);
    image.flaw = cutOffText(name);
    return image;
}

/// Of an animation that is cut off: the first frame as far as it goes, on the white of what it does not cover. As with
/// a GIF, frames that are missing behind it are no flaw.
RgbImage firstRowsOfFrame(std::span<const std::uint8_t> bytes, const WebPBitstreamFeatures& canvas,
                          const std::string& name)
{
    std::optional<WebpFrame> frame;
    try {
        frame = webpFirstFrame(ByteView(bytes));
    } catch (const ByteView::ShortRead&) {
        throwCutOff(name, "WebP");
    }
    const auto width = static_cast<std::uint32_t>(canvas.width), height = static_cast<std::uint32_t>(canvas.height);
    if (!frame || frame->width > width || frame->left > width - frame->width || frame->height > height ||
        frame->top > height - frame->height)
        throwCutOff(name, "WebP");
    RgbImage rows = firstRows(frame->data, name);
    if (std::uint32_t(rows.width) != frame->width || std::uint32_t(rows.height) != frame->height)
        throwDamaged(name, "WebP");
    RgbImage image(canvas.width, canvas.height);
    std::ranges::fill(image.pixels, std::uint8_t(255));
    for (int y = 0; y < rows.height; ++y)
        std::copy_n(rows.row(y), 3 * rows.width, image.row(int(frame->top) + y) + 3 * frame->left);
    image.flaw = std::move(rows.flaw);
    return image;
}

RgbImage firstFrame(std::span<const std::uint8_t> bytes, const std::string& name)
{
    const WebPData data{bytes.data(), bytes.size()};
    WebPAnimDecoderOptions options;
    WebPAnimDecoderOptionsInit(&options);
    options.color_mode = MODE_RGBA;
    const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(
        WebPAnimDecoderNew(&data, &options), &WebPAnimDecoderDelete);
    WebPAnimInfo info;
    std::uint8_t* frame = nullptr;
    int time = 0;
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info) ||
        !WebPAnimDecoderGetNext(decoder.get(), &frame, &time))
        throwDamaged(name, "WebP");
    return imageOverWhite(frame, static_cast<int>(info.canvas_width), static_cast<int>(info.canvas_height));
}

} // namespace

RgbImage decodeWebP(std::span<const std::uint8_t> bytes, const std::string& name, const DecodeControl& control)
{
    WebPBitstreamFeatures features;
    const VP8StatusCode status = WebPGetFeatures(bytes.data(), bytes.size(), &features);
    if (status == VP8_STATUS_NOT_ENOUGH_DATA)
        throwCutOff(name, "WebP");
    if (status != VP8_STATUS_OK)
        throwDamaged(name, "WebP");
    if (!isComplete(PictureFormat::WebP, bytes)) {
        if (control.ifBroken == IfBroken::Refuse)
            throwCutOff(name, "WebP");
        return features.has_animation ? firstRowsOfFrame(bytes, features, name) : firstRows(bytes, name);
    }
    if (features.has_animation)
        return firstFrame(bytes, name);
    if (!features.has_alpha) {
        RgbImage image(features.width, features.height);
        if (!WebPDecodeRGBInto(bytes.data(), bytes.size(), image.pixels.data(), image.pixels.size(), image.width * 3))
            throwDamaged(name, "WebP");
        return image;
    }
    int width = 0, height = 0;
    const std::unique_ptr<std::uint8_t, decltype(&WebPFree)> rgba(
        WebPDecodeRGBA(bytes.data(), bytes.size(), &width, &height), &WebPFree);
    if (!rgba)
        throwDamaged(name, "WebP");
    return imageOverWhite(rgba.get(), width, height);
}

} // namespace vbs
