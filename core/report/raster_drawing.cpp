#include "core/report/raster_drawing.h"

#include "core/image/opencv_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vbs {

namespace {

cv::Scalar scalarOf(const Rgb& color)
{
    return {double(color[0]), double(color[1]), double(color[2])};
}

cv::Rect wholeOf(const cv::Mat& picture)
{
    return {0, 0, picture.cols, picture.rows};
}

} // namespace

RasterDrawing::RasterDrawing(RgbImage& image, const Rgb& paper, TextPainter& text)
    : m_whole(viewOf(image)), m_target(m_whole), m_text(text)
{
    m_whole.setTo(scalarOf(paper));
}

void RasterDrawing::fill(const Frame& frame, const Rgb& color)
{
    if (frame.width > 0 && frame.height > 0)
        cv::rectangle(m_target, cv::Rect(frame.x - m_left, frame.y - m_top, frame.width, frame.height), scalarOf(color),
                      cv::FILLED);
}

void RasterDrawing::outline(const Frame& frame, const Rgb& color, int thickness)
{
    cv::rectangle(m_target,
                  cv::Rect(frame.x - m_left, frame.y - m_top, std::max(1, frame.width), std::max(1, frame.height)),
                  scalarOf(color), thickness);
}

void RasterDrawing::text(const std::string& text, int left, int middle, const TextStyle& style)
{
    m_text.draw(m_target, text, left - m_left, middle - m_top, style.height, style.color, style.weight);
}

void RasterDrawing::picture(const RgbImage& image, int left, int top)
{
    const cv::Rect place(left - m_left, top - m_top, image.width, image.height);
    const cv::Rect visible = place & wholeOf(m_target);
    if (!visible.empty())
        viewOf(image)(visible - place.tl()).copyTo(m_target(visible));
}

void RasterDrawing::ramp(const Frame& frame, ColorMap map, Ramp direction)
{
    const bool upward = direction == Ramp::Upward;
    const int steps = upward ? frame.height : frame.width;
    for (int i = 0; i < steps; ++i) {
        const double part = (i + 0.5) / steps;
        fill(upward ? Frame{frame.x, frame.y + i, frame.width, 1} : Frame{frame.x + i, frame.y, 1, frame.height},
             colorOf(map, upward ? 1 - part : part));
    }
}

void RasterDrawing::clip(const Frame& frame)
{
    const cv::Rect visible = cv::Rect(frame.x, frame.y, frame.width, frame.height) & wholeOf(m_whole);
    m_target = m_whole(visible);
    m_left = visible.x;
    m_top = visible.y;
}

void RasterDrawing::unclip()
{
    m_target = m_whole;
    m_left = m_top = 0;
}

} // namespace vbs
