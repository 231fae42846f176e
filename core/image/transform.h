#pragma once

#include "core/image/rgb_image.h"

namespace vbs {

/// Bilinear, pixel centres aligned (OpenCV's INTER_LINEAR); for enlarging.
/// @throws Error (InvalidArgument) for an empty picture or a size below one pixel.
RgbImage resizeBilinear(const RgbImage& image, int width, int height);

/// Each new pixel is the mean of the area it covers (OpenCV's INTER_AREA); for shrinking without moire.
/// @throws Error as resizeBilinear.
RgbImage resizeArea(const RgbImage& image, int width, int height);

/// A rectangle of whole pixels.
struct PixelWindow {
    int x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const PixelWindow&, const PixelWindow&) = default;
};

/// Bilinear with antialiasing, byte for byte what PIL computes (Image.resize with BILINEAR, in fixed point): the
/// filter is stretched when shrinking, rows before columns, eight bits between the two.
/// @throws Error as resizeBilinear.
RgbImage resizeAntialiased(const RgbImage& image, int width, int height);

/// The same pixels as those of a window in the picture resized as a whole, at the cost of the window.
/// @throws Error (InvalidArgument) also for a window that is empty or reaches beyond the resized picture.
RgbImage resizeAntialiased(const RgbImage& image, int width, int height, const PixelWindow& window);

/// Shrunk so that the longer side has at most maxSide pixels, with the same proportions; never enlarged.
RgbImage shrinkToFit(const RgbImage& image, int maxSide);

} // namespace vbs
