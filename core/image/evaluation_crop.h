#pragma once

#include "core/base/geometry.h"
#include "core/image/image_io.h"
#include "core/image/transform.h"

namespace vbs {

/// The square that a classification network sees of a picture: torchvision's Resize and CenterCrop on a PIL picture,
/// pixel for pixel.
class EvaluationCrop {
public:
    /// @param picture its size. @param resize new length of its shorter side. @param crop side of the square.
    /// @throws Error (InvalidArgument) for a size below one pixel.
    EvaluationCrop(ImageSize picture, int resize, int crop);

    /// The longer side is cut off to whole pixels.
    ImageSize resized() const { return m_resized; }

    /// Place of the square in the resized picture, halves rounded to even; it reaches beyond where a side is shorter
    /// than the square.
    PixelWindow window() const { return m_window; }

    /// The square's pixels, black where it reaches beyond the picture. @param image of the size given above.
    RgbImage pixelsOf(const RgbImage& image) const;

    /// A box in pixels of the square as pixels of the original picture, cut to it.
    Box toOriginal(const Box& box) const;

private:
    ImageSize m_picture, m_resized;
    PixelWindow m_window;
};

} // namespace vbs
