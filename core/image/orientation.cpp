#include "core/image/orientation.h"

#include <algorithm>
#include <libexif/exif-data.h>
#include <memory>
#include <vector>

namespace vbs {

namespace {

constexpr int kChannels = 3;

/// In blocks, since a column's pixels lie far apart.
RgbImage transposed(const RgbImage& image)
{
    constexpr int kBlock = 32;
    RgbImage result(image.height, image.width);
    for (int top = 0; top < image.height; top += kBlock)
        for (int left = 0; left < image.width; left += kBlock)
            for (int x = left; x < std::min(left + kBlock, image.width); ++x) {
                std::uint8_t* to = result.row(x) + kChannels * top;
                for (int y = top; y < std::min(top + kBlock, image.height); ++y, to += kChannels)
                    std::copy_n(image.row(y) + kChannels * x, kChannels, to);
            }
    return result;
}

/// Left becomes right.
void mirror(RgbImage& image)
{
    for (int y = 0; y < image.height; ++y) {
        std::uint8_t* left = image.row(y);
        std::uint8_t* right = left + kChannels * (image.width - 1);
        for (; left < right; left += kChannels, right -= kChannels)
            std::swap_ranges(left, left + kChannels, right);
    }
}

void turnUpsideDown(RgbImage& image)
{
    for (int above = 0, below = image.height - 1; above < below; ++above, --below)
        std::swap_ranges(image.row(above), image.row(above) + kChannels * image.width, image.row(below));
}

} // namespace

int exifOrientation(std::span<const std::uint8_t> exifBlock)
{
    if (exifBlock.empty())
        return 1;
    std::vector<std::uint8_t> bytes{'E', 'x', 'i', 'f', 0, 0}; // libexif knows the block by this prefix
    bytes.insert(bytes.end(), exifBlock.begin(), exifBlock.end());
    const std::unique_ptr<ExifData, decltype(&exif_data_unref)> data(
        exif_data_new_from_data(bytes.data(), static_cast<unsigned>(bytes.size())), &exif_data_unref);
    if (data == nullptr)
        return 1;
    const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
    if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT || entry->size < 2)
        return 1;
    const int orientation = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

RgbImage oriented(RgbImage image, int orientation)
{
    if (orientation < 2 || orientation > 8)
        return image;
    if (orientation >= 5)
        image = transposed(image);
    const bool mirrors = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    const bool upsideDown = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    if (mirrors)
        mirror(image);
    if (upsideDown)
        turnUpsideDown(image);
    return image;
}

} // namespace vbs
