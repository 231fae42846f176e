#include "core/report/annotate_text.h"

#include <algorithm>
#include <cmath>

namespace vbs::annotation {

namespace {

constexpr int kQuestionLine = 40, kAnswerLine = 36, kNoteLine = 26, kBarThickness = 20;
constexpr int kSentenceLine = 28, kSentenceGap = 12, kThinBar = 14;

TextStyle headingStyle()
{
    return {kQuestionHeight, kInk, TextPainter::Weight::Bold};
}

TextStyle styleOf(const Bar& bar)
{
    return {kAnswerHeight, kInk, bar.strong ? TextPainter::Weight::Bold : TextPainter::Weight::Regular};
}

void drawBar(Drawing& drawing, const Frame& track, const Bar& bar)
{
    drawing.fill(track, kTrack);
    const double value = std::isfinite(bar.value) ? std::clamp(bar.value, 0., 1.) : 0.;
    drawing.fill({track.x, track.y, int(std::lround(value * track.width)), track.height}, bar.color);
}

void drawPercent(Drawing& drawing, TextPainter& text, const Bar& bar, int right, int middle)
{
    const TextStyle style = styleOf(bar);
    const std::string value = percent(bar.value);
    drawing.text(value, right - text.widthOf(value, style.height, style.weight), middle, style);
}

} // namespace

Heading::Heading(const Page& page, const std::string& text)
    : m_lines(page.text().wrap(text, page.inner(), kQuestionHeight, TextPainter::Weight::Bold))
{
}

int Heading::height() const
{
    return int(m_lines.size()) * kQuestionLine;
}

void Heading::draw(Drawing& drawing, int top) const
{
    for (const std::string& line : m_lines) {
        drawing.text(line, kMargin, top + kQuestionLine / 2 - 4, headingStyle());
        top += kQuestionLine;
    }
}

int Note::height() const
{
    return kNoteLine;
}

void Note::draw(Drawing& drawing, int top) const
{
    drawing.text(m_text, kMargin, top + kNoteLine / 2, {kSmallHeight, kFaint});
}

std::vector<Bar> barsOf(const std::vector<Answer>& answers)
{
    std::vector<Bar> bars;
    for (const Answer& answer : answers)
        bars.push_back({answer.text, answer.probability, bars.empty() ? kFirstBar : kOtherBar, bars.empty()});
    return bars;
}

int Bars::widthFor(const Page& page, const std::vector<Bar>& bars)
{
    int width = 0;
    for (const Bar& bar : bars)
        width = std::max(width, page.text().widthOf(bar.label, kAnswerHeight, TextPainter::Weight::Bold));
    return std::min(width, page.inner() / 3);
}

Bars::Bars(const Page& page, std::vector<Bar> bars, Scale scale, int labelWidth)
    : m_bars(std::move(bars)), m_scale(scale), m_labelWidth(labelWidth > 0 ? labelWidth : widthFor(page, m_bars)),
      m_right(kMargin + page.inner()), m_text(&page.text())
{
    m_barLeft = kMargin + m_labelWidth + 16;
    m_barWidth = std::max(10, m_right - m_text->widthOf("< 0.1 %", kAnswerHeight) - 12 - m_barLeft);
}

int Bars::height() const
{
    return int(m_bars.size()) * kAnswerLine;
}

void Bars::draw(Drawing& drawing, int top) const
{
    for (const Bar& bar : m_bars) {
        const TextStyle style = styleOf(bar);
        const int middle = top + kAnswerLine / 2;
        drawing.text(m_text->shorten(bar.label, m_labelWidth, style.height, style.weight), kMargin, middle, style);
        const Frame track{m_barLeft, middle - kBarThickness / 2, m_barWidth, kBarThickness};
        drawBar(drawing, track, bar);
        if (m_scale == Scale::MiddleMarked)
            drawing.fill({track.x + track.width / 2 - 1, track.y - 4, 2, track.height + 8}, kInk);
        drawPercent(drawing, *m_text, bar, m_right, middle);
        top += kAnswerLine;
    }
}

SentenceBars::SentenceBars(const Page& page, std::vector<Bar> bars)
    : m_bars(std::move(bars)), m_right(kMargin + page.inner()), m_text(&page.text())
{
    m_barWidth = std::max(10, page.inner() - m_text->widthOf("< 0.1 %", kAnswerHeight) - 12);
    for (const Bar& bar : m_bars) {
        const TextStyle style = styleOf(bar);
        m_lines.push_back(m_text->wrap(bar.label, page.inner(), style.height, style.weight));
    }
}

int SentenceBars::height() const
{
    int height = 0;
    for (const auto& lines : m_lines)
        height += int(lines.size() + 1) * kSentenceLine + kSentenceGap;
    return height;
}

void SentenceBars::draw(Drawing& drawing, int top) const
{
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        for (const std::string& line : m_lines[i]) {
            drawing.text(line, kMargin, top + kSentenceLine / 2, styleOf(m_bars[i]));
            top += kSentenceLine;
        }
        const int middle = top + kSentenceLine / 2;
        drawBar(drawing, {kMargin, middle - kThinBar / 2, m_barWidth, kThinBar}, m_bars[i]);
        drawPercent(drawing, *m_text, m_bars[i], m_right, middle);
        top += kSentenceLine + kSentenceGap;
    }
}

} // namespace vbs::annotation
