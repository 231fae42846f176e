#pragma once

#include "core/image/rgb_image.h"

#include <cstdint>
#include <span>

namespace vbs {

/// The orientation 1..8 of an EXIF block (from its TIFF header on); 1 when it states none.
int exifOrientation(std::span<const std::uint8_t> exifBlock);

/// Turns and mirrors the stored picture to the way it was meant to be seen; in place unless its sides change.
RgbImage oriented(RgbImage image, int orientation);

} // namespace vbs
