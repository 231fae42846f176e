#include "core/report/annotate_text.h"
#include "core/report/region_painter.h"

#include <algorithm>

namespace vbs::annotation {

namespace {

constexpr int kLine = 44, kChipHeight = 36, kChipPadding = 4;

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// From where this text begins to where the next would: its ink alone would space words unevenly.
int advanceOf(const std::string& text, TextPainter& painter)
{
    const auto width = [&](const std::string& s) {
        return painter.widthOf(s, kQuestionHeight, TextPainter::Weight::Bold);
    };
    return width("x" + text + "x") - width("xx");
}

} // namespace

MarkedSentence::MarkedSentence(const Page& page, const std::string& text, std::vector<Mark> marks)
{
    std::ranges::stable_sort(marks, {}, [](const Mark& mark) { return mark.span.begin; });
    std::size_t done = 0;
    for (const Mark& mark : marks) {
        if (mark.span.begin < done || mark.span.end > text.size() || mark.span.begin >= mark.span.end)
            continue;
        addWords(text.substr(done, mark.span.begin - done), -1);
        m_colors.push_back(mark.color);
        addWords(mark.instead.empty() ? text.substr(mark.span.begin, mark.span.end - mark.span.begin) : mark.instead,
                 int(m_colors.size()) - 1);
        done = mark.span.end;
    }
    addWords(text.substr(done), -1);
    place(page.inner(), page.text());
}

void MarkedSentence::addWords(const std::string& text, int mark)
{
    for (std::size_t i = 0; i < text.size();) {
        if (isSpace(text[i])) {
            m_spaceBefore = true;
            ++i;
            continue;
        }
        const auto end = std::find_if(text.begin() + std::ptrdiff_t(i), text.end(), isSpace);
        const auto length = std::size_t(end - text.begin()) - i;
        m_words.push_back({text.substr(i, length), mark, m_spaceBefore});
        m_spaceBefore = false;
        i += length;
    }
}

/// Lines break at spaces only: what is written together (a mark and the comma after it) stays together.
void MarkedSentence::place(int width, TextPainter& text)
{
    const int space = advanceOf(" ", text);
    int x = 0, line = 0;
    for (std::size_t first = 0; first < m_words.size();) {
        std::size_t last = first;
        int together = 0;
        do {
            Word& word = m_words[last];
            word.text = text.shorten(word.text, width, kQuestionHeight, TextPainter::Weight::Bold);
            word.width = advanceOf(word.text, text);
            if (last > first && word.mark != m_words[last - 1].mark)
                together += kChipPadding;
            word.x = together;
            together += word.width;
        } while (++last < m_words.size() && !m_words[last].spaceBefore);
        int left = x == 0 ? 0 : x + space;
        if (left > 0 && left + together > width) {
            left = 0;
            ++line;
        }
        for (std::size_t i = first; i < last; ++i) {
            m_words[i].x += kMargin + left;
            m_words[i].line = line;
        }
        x = left + together;
        first = last;
    }
}

int MarkedSentence::height() const
{
    return m_words.empty() ? 0 : (m_words.back().line + 1) * kLine;
}

void MarkedSentence::draw(Drawing& drawing, int top) const
{
    for (std::size_t i = 0; i < m_words.size(); ++i) { // backgrounds first, one for each run of words on a line
        const Word& word = m_words[i];
        if (word.mark < 0)
            continue;
        std::size_t last = i;
        while (last + 1 < m_words.size() && m_words[last + 1].mark == word.mark && m_words[last + 1].line == word.line)
            ++last;
        const int right = m_words[last].x + m_words[last].width;
        drawing.fill({word.x - kChipPadding, top + word.line * kLine + (kLine - kChipHeight) / 2,
                      right - word.x + 2 * kChipPadding, kChipHeight},
                     m_colors[std::size_t(word.mark)]);
        i = last;
    }
    for (const Word& word : m_words) {
        const Rgb color = word.mark < 0 ? kInk : readableOn(m_colors[std::size_t(word.mark)]);
        drawing.text(word.text, word.x, top + word.line * kLine + kLine / 2,
                     {kQuestionHeight, color, TextPainter::Weight::Bold});
    }
}

} // namespace vbs::annotation
