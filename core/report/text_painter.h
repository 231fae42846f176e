#pragma once

#include "core/report/colormap.h"

#include <opencv2/core/mat.hpp>
#include <opencv2/freetype.hpp>

#include <string>
#include <vector>

namespace vbs {

/// Draws antialiased text into an RGB picture: with DejaVu Sans where the system has it, else with OpenCV's line
/// font, which knows ASCII only. For sources only; one thread at a time.
class TextPainter {
public:
    TextPainter();

    enum class Weight { Regular, Bold };

    /// Pixels that the text takes across, at this height of capital letters and their descent.
    int widthOf(const std::string& text, int height, Weight weight = Weight::Regular);

    /// @param middle the vertical middle of lower-case letters with ascenders; @param left where it begins.
    void draw(cv::Mat& picture, const std::string& text, int left, int middle, int height, const Rgb& color,
              Weight weight = Weight::Regular);

    /// The text in lines of at most this many pixels, broken at spaces.
    std::vector<std::string> wrap(const std::string& text, int width, int height, Weight weight = Weight::Regular);

    /// The text, its end replaced by "..." where it would be wider.
    std::string shorten(const std::string& text, int width, int height, Weight weight = Weight::Regular);

private:
    cv::freetype::FreeType2* font(Weight weight);

    cv::Ptr<cv::freetype::FreeType2> m_regular, m_bold; ///< null: not on this system
};

} // namespace vbs
