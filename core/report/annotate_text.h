#pragma once

#include "core/engine/inference_types.h"
#include "core/report/annotate_page.h"

#include <string>
#include <vector>

/// Blocks of words and bars. For sources only.
namespace vbs::annotation {

/// Bold text in as many lines as it needs.
class Heading : public Block {
public:
    Heading(const Page& page, const std::string& text);
    int height() const override;
    void draw(Drawing& drawing, int top) const override;

private:
    std::vector<std::string> m_lines;
};

/// A short line in small grey letters.
class Note : public Block {
public:
    explicit Note(std::string text) : m_text(std::move(text)) {}
    int height() const override;
    void draw(Drawing& drawing, int top) const override;

private:
    std::string m_text;
};

struct Bar {
    std::string label;
    double value = 0; ///< 0..1
    Rgb color = kOtherBar;
    bool strong = false; ///< in bold
};

/// The answers, the first one strong.
std::vector<Bar> barsOf(const std::vector<Answer>& answers);

/// Labels at the left, bars, percentages at the right; one line each.
class Bars : public Block {
public:
    enum class Scale { Plain, MiddleMarked }; ///< the latter for yes or no
    /// @param labelWidth as given by widthFor, to line up with other bars; 0: as these need.
    Bars(const Page& page, std::vector<Bar> bars, Scale scale = Scale::Plain, int labelWidth = 0);
    static int widthFor(const Page& page, const std::vector<Bar>& bars);
    int height() const override;
    void draw(Drawing& drawing, int top) const override;

private:
    std::vector<Bar> m_bars;
    Scale m_scale;
    int m_labelWidth, m_right, m_barLeft = 0, m_barWidth = 0;
    TextPainter* m_text;
};

/// Bars below their labels, which are whole sentences.
class SentenceBars : public Block {
public:
    SentenceBars(const Page& page, std::vector<Bar> bars);
    int height() const override;
    void draw(Drawing& drawing, int top) const override;

private:
    std::vector<Bar> m_bars;
    std::vector<std::vector<std::string>> m_lines; ///< one a bar
    int m_barWidth, m_right;
    TextPainter* m_text;
};

/// A part of a sentence that stands on a colour of its own.
struct Mark {
    TextSpan span;
    std::string instead; ///< what is written there; empty: the text itself
    Rgb color{};
};

/// Bold text in which parts are marked. A mark that begins inside an earlier one, or outside the text, is left out.
class MarkedSentence : public Block {
public:
    MarkedSentence(const Page& page, const std::string& text, std::vector<Mark> marks);
    int height() const override;
    void draw(Drawing& drawing, int top) const override;

private:
    struct Word {
        std::string text;
        int mark = -1; ///< which; -1: none
        bool spaceBefore = false;
        int x = 0, line = 0, width = 0;
    };
    void addWords(const std::string& text, int mark);
    void place(int width, TextPainter& text);

    std::vector<Word> m_words;
    std::vector<Rgb> m_colors; ///< one a mark
    bool m_spaceBefore = false;
};

} // namespace vbs::annotation
