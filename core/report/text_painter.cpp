#include "core/report/text_painter.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace vbs {

namespace {

constexpr double kHersheyHeight = 28; // pixels of FONT_HERSHEY_SIMPLEX at scale 1, descent included

cv::Ptr<cv::freetype::FreeType2> loadFont(const std::string& name)
{
    // Debian and Ubuntu, Fedora, Arch.
    for (const char* folder :
         {"/usr/share/fonts/truetype/dejavu/", "/usr/share/fonts/dejavu-sans-fonts/", "/usr/share/fonts/TTF/"}) {
        std::error_code code;
        const std::string path = folder + name;
        if (!std::filesystem::exists(path, code))
            continue;
        try {
            auto font = cv::freetype::createFreeType2();
            font->loadFontData(path, 0);
            return font;
        } catch (const cv::Exception&) {
            // an unusable font file is as good as none
        }
    }
    return {};
}

/// The line font shows anything beyond ASCII as question marks, one for each byte; one for each letter is enough.
std::string asciiOf(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            result += c;
        else if (byte >= 0xc0)
            result += '?';
    }
    return result;
}

/// Cuts the last letter off, all of its UTF-8 bytes.
void removeLastLetter(std::string& text)
{
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80)
        text.pop_back();
    if (!text.empty())
        text.pop_back();
}

} // namespace

TextPainter::TextPainter() : m_regular(loadFont("DejaVuSans.ttf")), m_bold(loadFont("DejaVuSans-Bold.ttf"))
{
    if (!m_bold)
        m_bold = m_regular;
}

cv::freetype::FreeType2* TextPainter::font(Weight weight)
{
    return (weight == Weight::Bold ? m_bold : m_regular).get();
}

int TextPainter::widthOf(const std::string& text, int height, Weight weight)
{
    if (text.empty())
        return 0;
    int baseline = 0;
    if (auto* freetype = font(weight))
        return freetype->getTextSize(text, height, -1, &baseline).width;
    return cv::getTextSize(asciiOf(text), cv::FONT_HERSHEY_SIMPLEX, height / kHersheyHeight, 1, &baseline).width;
}

void TextPainter::draw(cv::Mat& picture, const std::string& text, int left, int middle, int height, const Rgb& color,
                       Weight weight)
{
    if (text.empty())
        return;
    const cv::Scalar scalar(color[0], color[1], color[2]);
    const int baseline = middle + height * 36 / 100; // half of a capital's height
    if (auto* freetype = font(weight)) {
        freetype->putText(picture, text, {left, baseline}, height, scalar, -1, cv::LINE_AA, true);
        return;
    }
    cv::putText(picture, asciiOf(text), {left, baseline}, cv::FONT_HERSHEY_SIMPLEX, height / kHersheyHeight, scalar,
                weight == Weight::Bold ? 2 : 1, cv::LINE_AA);
}

std::vector<std::string> TextPainter::wrap(const std::string& text, int width, int height, Weight weight)
{
    std::vector<std::string> lines;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (lines.empty() || widthOf(lines.back() + " " + word, height, weight) > width)
            lines.push_back(word);
        else
            lines.back() += " " + word;
    }
    for (std::string& line : lines) // one word may be too wide
        line = shorten(line, width, height, weight);
    return lines;
}

std::string TextPainter::shorten(const std::string& text, int width, int height, Weight weight)
{
    if (widthOf(text, height, weight) <= width)
        return text;
    std::string start = text.substr(0, 512); // no picture shows more, and the search below stays short
    while (!start.empty() && widthOf(start + "...", height, weight) > width)
        removeLastLetter(start);
    return start + "...";
}

} // namespace vbs
