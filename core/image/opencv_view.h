#pragma once

#include "core/image/rgb_image.h"

#include <opencv2/core/mat.hpp>

namespace vbs {

/// The pixels of an RgbImage as OpenCV sees them, without a copy. For sources only: headers hide OpenCV.
inline cv::Mat viewOf(RgbImage& image)
{
    return cv::Mat(image.height, image.width, CV_8UC3, image.pixels.data());
}

/// The same for reading; OpenCV has no const header, so the caller must not write.
inline const cv::Mat viewOf(const RgbImage& image)
{
    return cv::Mat(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data()));
}

} // namespace vbs
