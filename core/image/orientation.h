#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <span>

namespace vbs {

/// The orientation 1..8 of an EXIF block (from its TIFF header on); 1 when it states none.
int exifOrientation(std::span<const std::uint8_t> exifBlock);

/// Turns and mirrors the stored picture to the way it was meant to be seen. For sources only.
cv::Mat oriented(const cv::Mat& picture, int orientation);

} // namespace vbs
