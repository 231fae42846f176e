#include "core/report/svg_drawing.h"

#include "core/image/picture_data.h"
#include "core/report/xml_text.h"

#include <cstdio>

namespace vbs {

namespace {

std::string hexOf(const Rgb& color)
{
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", color[0], color[1], color[2]);
    return text;
}

/// name="value" with a space before it.
std::string attribute(const char* name, const std::string& value)
{
    return std::string(" ") + name + "=\"" + value + "\"";
}

std::string attribute(const char* name, int value)
{
    return attribute(name, std::to_string(value));
}

std::string placeOf(const Frame& frame)
{
    return attribute("x", frame.x) + attribute("y", frame.y) + attribute("width", frame.width) +
           attribute("height", frame.height);
}

} // namespace

SvgDrawing::SvgDrawing(TextPainter& text, const std::string& prefix) : m_text(text), m_prefix(prefix) {}

SvgDrawing::SvgDrawing(int width, int height, const Rgb& paper, TextPainter& text) : m_text(text)
{
    m_body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
             "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"" +
             attribute("width", width) + attribute("height", height) +
             attribute("viewBox", "0 0 " + std::to_string(width) + " " + std::to_string(height)) +
             " font-family=\"DejaVu Sans, Verdana, sans-serif\">\n";
    fill({0, 0, width, height}, paper);
}

void SvgDrawing::fill(const Frame& frame, const Rgb& color)
{
    if (frame.width > 0 && frame.height > 0)
        m_body += "<rect" + placeOf(frame) + attribute("fill", hexOf(color)) + "/>\n";
}

void SvgDrawing::outline(const Frame& frame, const Rgb& color, int thickness)
{
    // OpenCV's lines of even thickness are a pixel thicker; both shall look alike.
    m_body += "<rect" + placeOf(frame) + " fill=\"none\"" + attribute("stroke", hexOf(color)) +
              attribute("stroke-width", thickness + 1) + "/>\n";
}

void SvgDrawing::text(const std::string& text, int left, int middle, const TextStyle& style)
{
    if (text.empty())
        return;
    m_body += "<text" + attribute("x", left) + attribute("y", middle + style.height * 36 / 100) +
              attribute("font-size", style.height) + attribute("fill", hexOf(style.color));
    if (style.weight == TextPainter::Weight::Bold)
        m_body += attribute("font-weight", "bold");
    if (const int width = m_text.widthOf(text, style.height, style.weight); width > 0)
        m_body += attribute("textLength", width) + attribute("lengthAdjust", "spacingAndGlyphs");
    m_body += ">" + xmlText(text) + "</text>\n";
}

void SvgDrawing::picture(const RgbImage& image, int left, int top)
{
    // Every reader knows xlink:href; a plain href beside it would double the data.
    m_body += "<image" + placeOf({left, top, image.width, image.height}) + attribute("preserveAspectRatio", "none") +
              attribute("xlink:href", pngDataUri(image)) + "/>\n";
}

void SvgDrawing::ramp(const Frame& frame, ColorMap map, Ramp direction)
{
    constexpr int kStops = 25; // every 4 %, so that no decimal point can become a comma
    const std::string name = m_prefix + "ramp" + std::to_string(++m_names);
    const bool upward = direction == Ramp::Upward;
    m_body += "<linearGradient" + attribute("id", name) + attribute("x1", 0) + attribute("y1", upward ? 1 : 0) +
              attribute("x2", upward ? 0 : 1) + attribute("y2", 0) + ">";
    for (int i = 0; i <= kStops; ++i) {
        m_body += "<stop" + attribute("offset", std::to_string(100 / kStops * i) + "%") +
                  attribute("stop-color", hexOf(colorOf(map, double(i) / kStops))) + "/>";
    }
    m_body += "</linearGradient>\n<rect" + placeOf(frame) + attribute("fill", "url(#" + name + ")") + "/>\n";
}

void SvgDrawing::clip(const Frame& frame)
{
    const std::string name = m_prefix + "clip" + std::to_string(++m_names);
    m_body += "<clipPath" + attribute("id", name) + "><rect" + placeOf(frame) + "/></clipPath>\n<g" +
              attribute("clip-path", "url(#" + name + ")") + ">\n";
}

void SvgDrawing::unclip()
{
    m_body += "</g>\n";
}

std::string SvgDrawing::finish() const
{
    return m_body + "</svg>\n";
}

} // namespace vbs
