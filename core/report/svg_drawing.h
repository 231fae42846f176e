#pragma once

#include "core/report/drawing.h"

#include <string>

namespace vbs {

/// Draws an SVG 1.1 document, or elements for one: pictures as embedded PNG, all else as vectors and text. For sources
/// only.
class SvgDrawing : public Drawing {
public:
    /// @param text measures, so that texts take the same width whatever font shows them; must outlive this.
    SvgDrawing(int width, int height, const Rgb& paper, TextPainter& text);
    /// Elements alone. @param prefix of the names that they refer to, which tells them from others in the document.
    SvgDrawing(TextPainter& text, const std::string& prefix);

    void fill(const Frame& frame, const Rgb& color) override;
    void outline(const Frame& frame, const Rgb& color, int thickness) override;
    void text(const std::string& text, int left, int middle, const TextStyle& style) override;
    void picture(const RgbImage& image, int left, int top) override;
    void ramp(const Frame& frame, ColorMap map, Ramp direction) override;
    void clip(const Frame& frame) override;
    void unclip() override;

    std::string finish() const;                        ///< the document
    const std::string& body() const { return m_body; } ///< the elements alone

private:
    std::string m_body;
    TextPainter& m_text;
    std::string m_prefix;
    int m_names = 0; ///< of clips and gradients
};

} // namespace vbs
