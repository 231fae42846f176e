#include "core/image/decoding.h"
#include "core/image/gif_blocks.h"
#include "core/image/picture_decoders.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <gif_lib.h>
#include <memory>
#include <optional>
#include <vector>

namespace vbs {

namespace {

using Color = std::array<std::uint8_t, 3>;

constexpr Color kWhite{255, 255, 255};
constexpr int kColors = 256;

struct GifBytes {
    std::span<const std::uint8_t> all;
    std::size_t at = 0;
    bool ranOut = false;
};

int readGifBytes(GifFileType* file, GifByteType* to, int count)
{
    auto& bytes = *static_cast<GifBytes*>(file->UserData);
    const std::size_t there = std::min<std::size_t>(std::size_t(count), bytes.all.size() - bytes.at);
    if (there < std::size_t(count))
        bytes.ranOut = true;
    std::memcpy(to, bytes.all.data() + bytes.at, there);
    bytes.at += there;
    return static_cast<int>(there);
}

struct CloseGif {
    void operator()(GifFileType* file) const
    {
        int error = 0;
        DGifCloseFile(file, &error);
    }
};

/// Goes to the first frame. @return the colour that is transparent, or NO_TRANSPARENT_COLOR; nullopt where giflib finds
/// no frame.
std::optional<int> goToFirstFrame(GifFileType* file)
{
    int transparent = NO_TRANSPARENT_COLOR;
    for (GifRecordType type;;) {
        if (DGifGetRecordType(file, &type) != GIF_OK) {
            if (file->Error != D_GIF_ERR_WRONG_RECORD)
                break;
            continue; // a stray byte, as in gif_blocks
        }
        if (type == IMAGE_DESC_RECORD_TYPE)
            return DGifGetImageDesc(file) == GIF_OK ? std::optional(transparent) : std::nullopt;
        if (type != EXTENSION_RECORD_TYPE)
            break;
        int code = 0;
        GifByteType* block = nullptr; // its length, then its bytes
        if (DGifGetExtension(file, &code, &block) != GIF_OK)
            break;
        GraphicsControlBlock control;
        if (code == GRAPHICS_EXT_FUNC_CODE && block && DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK)
            transparent = control.TransparentColor;
        while (block)
            if (DGifGetExtensionNext(file, &block) != GIF_OK)
                return std::nullopt;
    }
    return std::nullopt;
}

/// The colours of the frame. As in PIL, those that its table lacks are black, and without a table they are greys.
std::array<Color, kColors> colorsOf(const GifFileType& file, int transparent)
{
    std::array<Color, kColors> colors{};
    const ColorMapObject* map = file.Image.ColorMap ? file.Image.ColorMap : file.SColorMap;
    for (int i = 0; i < kColors; ++i) {
        Color& color = colors[std::size_t(i)];
        if (!map)
            color.fill(static_cast<std::uint8_t>(i));
        else if (i < map->ColorCount)
            color = {map->Colors[i].Red, map->Colors[i].Green, map->Colors[i].Blue};
    }
    if (transparent >= 0)
        colors[std::size_t(transparent)] = kWhite;
    return colors;
}

/// The rows of an image of this height in the order in which the file has them.
std::vector<int> rowOrder(int height, bool interlaced)
{
    std::vector<int> order;
    struct Pass {
        int first, step;
    };
    static constexpr Pass kPasses[] = {{0, 8}, {4, 8}, {2, 4}, {1, 2}}, kInOne[] = {{0, 1}};
    for (const auto& [first, step] : interlaced ? std::span<const Pass>(kPasses) : std::span<const Pass>(kInOne))
        for (int y = first; y < height; y += step)
            order.push_back(y);
    return order;
}

/// @return how many of the frame's rows could be decoded.
std::size_t readRows(GifFileType* file, const std::array<Color, kColors>& colors, const std::vector<int>& order,
                     RgbImage& image, const std::stop_token& stop)
{
    const GifImageDesc& frame = file->Image;
    std::vector<GifPixelType> indices(std::size_t(frame.Width));
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (stop.stop_requested())
            throwStopped();
        if (DGifGetLine(file, indices.data(), frame.Width) != GIF_OK)
            return i;
        std::uint8_t* to = image.row(frame.Top + order[i]) + 3 * frame.Left;
        for (const GifPixelType index : indices)
            to = std::copy_n(colors[index].data(), 3, to);
    }
    return order.size();
}

} // namespace

RgbImage decodeGif(std::span<const std::uint8_t> bytes, const std::string& name, const DecodeControl& control)
{
    GifBytes source{bytes};
    int error = 0;
    const std::unique_ptr<GifFileType, CloseGif> file(DGifOpen(&source, readGifBytes, &error));
    const auto transparent = file ? goToFirstFrame(file.get()) : std::nullopt;
    if (!transparent) {
        if (source.ranOut)
            throwCutOff(name, "GIF");
        throwDamaged(name, "GIF");
    }
    const GifImageDesc& frame = file->Image;
    const ImageSize size = gifSize(ByteView(bytes));
    if (frame.Width < 1 || frame.Height < 1 || frame.Left < 0 || frame.Top < 0 ||
        frame.Width > size.width - frame.Left || frame.Height > size.height - frame.Top)
        throwDamaged(name, "GIF");
    const auto colors = colorsOf(*file, *transparent);
    // What the frame does not cover is transparent, or of the first colour where there is no transparency.
    const Color around = *transparent >= 0 ? kWhite : colors[0];
    RgbImage image(size.width, size.height);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = around[i % 3];
    const std::vector<int> order = rowOrder(frame.Height, frame.Interlace);
    const std::size_t done = readRows(file.get(), colors, order, image, control.stop);
    if (done == order.size())
        return image;
    if (control.ifBroken == IfBroken::Refuse || done == 0) {
        if (source.ranOut)
            throwCutOff(name, "GIF");
        throwDamaged(name, "GIF");
    }
    for (std::size_t i = done; i < order.size(); ++i)
        std::fill_n(image.row(frame.Top + order[i]) + 3 * frame.Left, 3 * frame.Width, kMissing);
    image.flaw = source.ranOut ? cutOffText(name) : damagedText(name);
    return image;
}

} // namespace vbs
