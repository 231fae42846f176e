#include "core/image/orientation.h"

#include <opencv2/core.hpp>

#include <libexif/exif-data.h>
#include <memory>
#include <vector>

namespace vbs {

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

cv::Mat oriented(const cv::Mat& picture, int orientation)
{
    cv::Mat result;
    switch (orientation) {
    case 2:
        cv::flip(picture, result, 1);
        break;
    case 3:
        cv::flip(picture, result, -1);
        break;
    case 4:
        cv::flip(picture, result, 0);
        break;
    case 5:
        cv::transpose(picture, result);
        break;
    case 6:
        cv::rotate(picture, result, cv::ROTATE_90_CLOCKWISE);
        break;
    case 7:
        cv::transpose(picture, result);
        cv::flip(result, result, -1);
        break;
    case 8:
        cv::rotate(picture, result, cv::ROTATE_90_COUNTERCLOCKWISE);
        break;
    default:
        return picture;
    }
    return result;
}

} // namespace vbs
