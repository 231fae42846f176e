#pragma once

#include "core/report/drawing.h"

#include <opencv2/core/mat.hpp>

namespace vbs {

/// Draws into a picture. For sources only.
class RasterDrawing : public Drawing {
public:
    /// @param image painted with the paper's colour at once; must outlive this. @param text likewise.
    RasterDrawing(RgbImage& image, const Rgb& paper, TextPainter& text);

    void fill(const Frame& frame, const Rgb& color) override;
    void outline(const Frame& frame, const Rgb& color, int thickness) override;
    void text(const std::string& text, int left, int middle, const TextStyle& style) override;
    void picture(const RgbImage& image, int left, int top) override;
    void ramp(const Frame& frame, ColorMap map, Ramp direction) override;
    void clip(const Frame& frame) override;
    void unclip() override;

private:
    cv::Mat m_whole;
    cv::Mat m_target;          ///< the clipped part of the whole
    int m_left = 0, m_top = 0; ///< of the target in the whole
    TextPainter& m_text;
};

} // namespace vbs
