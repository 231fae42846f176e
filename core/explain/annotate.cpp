#include "core/explain/annotate.h"

#include "core/base/error.h"
#include "core/explain/heatmap.h"
#include "core/explain/region_painter.h"
#include "core/explain/text_painter.h"
#include "core/image/opencv_view.h"
#include "core/image/transform.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace vbs {

namespace {

// All in pixels of the report.
constexpr int kMinPictureWidth = 640, kPictureWidth = 960, kMaxPictureSide = 1600;
constexpr int kMargin = 28, kLegendWidth = 110, kLegendBar = 22;
constexpr int kQuestionHeight = 26, kAnswerHeight = 20, kSmallHeight = 15;
constexpr int kQuestionLine = 40, kAnswerLine = 36, kBarThickness = 20;

constexpr Rgb kPaper{255, 255, 255}, kInk{32, 33, 36}, kFaint{110, 114, 120};
constexpr Rgb kTrack{236, 238, 241}, kFirstBar{49, 104, 142}, kOtherBar{150, 178, 198};

cv::Scalar scalarOf(const Rgb& color)
{
    return {double(color[0]), double(color[1]), double(color[2])};
}

/// Enlarged by a whole factor where small, shrunk where huge, so that tags and letters fit the picture.
RgbImage atReportSize(const RgbImage& picture)
{
    if (std::max(picture.width, picture.height) > kMaxPictureSide)
        return shrinkToFit(picture, kMaxPictureSide);
    if (picture.width >= kMinPictureWidth)
        return picture;
    const int byWidth = std::max(1, kPictureWidth / picture.width);
    const int byHeight = std::max(1, kMaxPictureSide / picture.height);
    const int factor = std::min(byWidth, byHeight);
    return resizeBilinear(picture, picture.width * factor, picture.height * factor);
}

std::string percent(double fraction)
{
    char text[32];
    const double value = fraction * 100;
    if (value > 0 && value < 0.05)
        return "< 0.1 %";
    std::snprintf(text, sizeof text, value > 0 && value < 9.95 ? "%.1f %%" : "%.0f %%", value);
    return text;
}

/// The report's parts from top to bottom; positions are fixed before anything is drawn.
class Report {
public:
    Report(const RgbImage& picture, const InferenceResult& result, const std::string& question,
           const AnnotationOptions& options)
        : m_picture(picture), m_result(result), m_options(options)
    {
        const int legend = options.weights.empty() ? 0 : kLegendWidth;
        m_width = std::max(picture.width + legend, kMinPictureWidth / 2) + 2 * kMargin;
        m_question = m_text.wrap(question, m_width - 2 * kMargin, kQuestionHeight, TextPainter::Weight::Bold);
        const int lines = int(m_question.size()) * kQuestionLine + int(result.answers.size()) * kAnswerLine;
        m_height = kMargin + picture.height + kMargin + (lines > 0 ? lines + kMargin : 0);
    }

    RgbImage draw()
    {
        RgbImage image(m_width, m_height);
        cv::Mat paper = viewOf(image);
        paper.setTo(scalarOf(kPaper));
        drawPicture(paper);
        int y = kMargin + m_picture.height + kMargin;
        for (const std::string& line : m_question) {
            m_text.draw(paper, line, kMargin, y + kQuestionLine / 2 - 4, kQuestionHeight, kInk,
                        TextPainter::Weight::Bold);
            y += kQuestionLine;
        }
        drawAnswers(paper, y);
        return image;
    }

private:
    void drawPicture(cv::Mat& paper)
    {
        RgbImage picture = m_picture;
        if (!m_options.weights.empty()) {
            const Heatmap heatmap =
                renderHeatmap(m_result.regions, m_options.weights, picture.width, picture.height);
            picture = blendHeatmap(picture, heatmap, m_options.colorMap);
            drawLegend(paper, heatmap.maximum);
        }
        cv::Mat view = viewOf(picture);
        if (m_options.boxes)
            paintRegions(view, m_result.regions, m_options.weights, m_text);
        view.copyTo(paper(cv::Rect(kMargin, kMargin, picture.width, picture.height)));
    }

    /// A bar with the colours from 0 at the foot to the greatest weight at the top.
    void drawLegend(cv::Mat& paper, double maximum)
    {
        const int left = kMargin + m_picture.width + 22;
        const int top = kMargin + 2 * kSmallHeight, bottom = kMargin + m_picture.height - kSmallHeight / 2;
        const int height = std::max(1, std::min(bottom - top, 420));
        m_text.draw(paper, "attention", left, kMargin + kSmallHeight / 2, kSmallHeight, kInk,
                    TextPainter::Weight::Bold);
        for (int y = 0; y < height; ++y) {
            const Rgb color = colorOf(m_options.colorMap, 1 - (y + 0.5) / height);
            cv::line(paper, {left, top + y}, {left + kLegendBar - 1, top + y}, scalarOf(color));
        }
        for (const double part : {0., 0.25, 0.5, 0.75, 1.}) {
            const int y = top + int(std::lround((1 - part) * (height - 1)));
            cv::line(paper, {left + kLegendBar, y}, {left + kLegendBar + 4, y}, scalarOf(kFaint));
            m_text.draw(paper, percent(part * maximum), left + kLegendBar + 9, y, kSmallHeight, kFaint);
        }
    }

    void drawAnswers(cv::Mat& paper, int y)
    {
        const int inner = m_width - 2 * kMargin;
        const int percentWidth = m_text.widthOf("< 0.1 %", kAnswerHeight);
        int labels = 0;
        for (const Answer& answer : m_result.answers)
            labels = std::max(labels, m_text.widthOf(answer.text, kAnswerHeight, TextPainter::Weight::Bold));
        labels = std::min(labels, inner / 3);
        const int barLeft = kMargin + labels + 16;
        const int barWidth = std::max(10, m_width - kMargin - percentWidth - 12 - barLeft);
        for (std::size_t i = 0; i < m_result.answers.size(); ++i, y += kAnswerLine) {
            const Answer& answer = m_result.answers[i];
            const auto weight = i == 0 ? TextPainter::Weight::Bold : TextPainter::Weight::Regular;
            const int middle = y + kAnswerLine / 2;
            m_text.draw(paper, m_text.shorten(answer.text, labels, kAnswerHeight, weight), kMargin, middle,
                        kAnswerHeight, kInk, weight);
            const int filled = int(std::lround(std::clamp(answer.probability, 0., 1.) * barWidth));
            const int top = middle - kBarThickness / 2;
            cv::rectangle(paper, cv::Rect(barLeft, top, barWidth, kBarThickness), scalarOf(kTrack), cv::FILLED);
            if (filled > 0)
                cv::rectangle(paper, cv::Rect(barLeft, top, filled, kBarThickness),
                              scalarOf(i == 0 ? kFirstBar : kOtherBar), cv::FILLED);
            const std::string value = percent(answer.probability);
            m_text.draw(paper, value, m_width - kMargin - m_text.widthOf(value, kAnswerHeight, weight), middle, kAnswerHeight,
                        kInk, weight);
        }
    }

    const RgbImage& m_picture; ///< at the report's size
    const InferenceResult& m_result;
    const AnnotationOptions& m_options;
    TextPainter m_text;
    std::vector<std::string> m_question; ///< in lines
    int m_width = 0, m_height = 0;
};

} // namespace

RgbImage annotatePicture(const RgbImage& picture, const InferenceResult& result, const std::string& question,
                         const AnnotationOptions& options)
{
    if (picture.empty())
        throw Error(ErrorCode::InvalidArgument, "An empty picture cannot be annotated.");
    const RgbImage enlarged = atReportSize(picture);
    return Report(enlarged, result, question, options).draw();
}

} // namespace vbs
