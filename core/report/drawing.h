#pragma once

#include "core/image/rgb_image.h"
#include "core/report/colormap.h"
#include "core/report/text_painter.h"

#include <string>

namespace vbs {

/// A rectangle of whole pixels.
struct Frame {
    int x = 0, y = 0, width = 0, height = 0;

    int right() const { return x + width; }
    int bottom() const { return y + height; }
    int middle() const { return y + height / 2; }
};

struct TextStyle {
    int height = 0; ///< as in TextPainter
    Rgb color{};
    TextPainter::Weight weight = TextPainter::Weight::Regular;
};

/// What an annotated picture is drawn with: pixels or SVG. Positions are pixels from the top left. For sources only.
class Drawing {
public:
    virtual ~Drawing() = default;

    virtual void fill(const Frame& frame, const Rgb& color) = 0;
    /// A line of this thickness along the frame's edge, half of it outside.
    virtual void outline(const Frame& frame, const Rgb& color, int thickness) = 0;
    /// @param middle the vertical middle of the line, as TextPainter::draw.
    virtual void text(const std::string& text, int left, int middle, const TextStyle& style) = 0;
    virtual void picture(const RgbImage& image, int left, int top) = 0;

    enum class Ramp { Upward, Rightward };
    /// A map's colours from 0 to 1 in this direction.
    virtual void ramp(const Frame& frame, ColorMap map, Ramp direction) = 0;

    /// Nothing is drawn outside the frame until unclip. Clips do not nest.
    virtual void clip(const Frame& frame) = 0;
    virtual void unclip() = 0;
};

} // namespace vbs
