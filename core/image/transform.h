#pragma once

#include "core/image/rgb_image.h"

namespace vbs {

/// Bilinear, pixel centres aligned (OpenCV's INTER_LINEAR); for enlarging.
/// @throws Error (InvalidArgument) for an empty picture or a size below one pixel.
RgbImage resizeBilinear(const RgbImage& image, int width, int height);

/// Each new pixel is the mean of the area it covers (OpenCV's INTER_AREA); for shrinking without moire.
/// @throws Error as resizeBilinear.
RgbImage resizeArea(const RgbImage& image, int width, int height);

/// Shrunk so that the longer side has at most maxSide pixels, with the same proportions; never enlarged.
RgbImage shrinkToFit(const RgbImage& image, int maxSide);

} // namespace vbs
