#include "core/image/bitmap_headers.h"
#include "core/image/decoding.h"
#include "core/image/opencv_view.h"
#include "core/image/picture_decoders.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace vbs {

namespace {

RgbImage decodeByOpenCv(std::span<const std::uint8_t> bytes, PictureFormat format, const std::string& name)
{
    const ImageSize size = *sizeInHeader(format, bytes);
    try {
        const cv::Mat source(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::uint8_t*>(bytes.data()));
        RgbImage image(size.width, size.height);
        cv::Mat picture = viewOf(image); // OpenCV decodes into it
        const cv::Mat decoded = cv::imdecode(source, cv::IMREAD_COLOR | cv::IMREAD_IGNORE_ORIENTATION, &picture);
        if (!decoded.empty() && decoded.data == image.pixels.data()) {
            for (std::size_t i = 0; i < image.pixels.size(); i += 3) // blue, green, red
                std::swap(image.pixels[i], image.pixels[i + 2]);
            return image;
        }
    } catch (const cv::Exception&) {
        // said below
    }
    throwDamaged(name, nameOf(format));
}

/// Its first rows, decoded as a lower picture of their own: OpenCV wants all that the header promises.
RgbImage decodeCutOff(std::span<const std::uint8_t> bytes, PictureFormat format, const std::string& name)
{
    const ByteView view(bytes);
    const bool isBmp = format == PictureFormat::Bmp;
    const auto rows = isBmp ? bmpRows(view) : pnmRows(view);
    if (!rows || rows->first + rows->rowBytes > bytes.size())
        throwCutOff(name, nameOf(format));
    const int count = static_cast<int>((bytes.size() - rows->first) / rows->rowBytes);
    const RgbImage there =
        decodeByOpenCv(isBmp ? bmpWithRows(view, *rows, count) : pnmWithRows(view, *rows, count), format, name);
    RgbImage image(there.width, rows->count);
    std::ranges::fill(image.pixels, kMissing);
    std::ranges::copy(there.pixels, image.row(rows->upwards ? rows->count - count : 0));
    image.flaw = cutOffText(name);
    return image;
}

} // namespace

RgbImage decodeBitmap(std::span<const std::uint8_t> bytes, PictureFormat format, const std::string& name,
                      const DecodeControl& control)
{
    if (!hasSoundHeader(format, bytes))
        throwDamaged(name, nameOf(format));
    if (isComplete(format, bytes))
        return decodeByOpenCv(bytes, format, name);
    if (control.ifBroken == IfBroken::Refuse)
        throwCutOff(name, nameOf(format));
    try {
        return decodeCutOff(bytes, format, name);
    } catch (const ByteView::ShortRead&) {
        throwCutOff(name, nameOf(format));
    }
}

} // namespace vbs
