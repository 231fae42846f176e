#pragma once

#include "core/report/drawing.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

/// What annotated pictures are built of: a page of blocks from top to bottom. For sources only.
namespace vbs::annotation {

// All in pixels of the page.
inline constexpr int kMargin = 28, kLegendWidth = 110, kMinInner = 320;
inline constexpr int kQuestionHeight = 26, kAnswerHeight = 20, kSmallHeight = 15;

inline constexpr Rgb kPaper{255, 255, 255}, kInk{32, 33, 36}, kFaint{110, 114, 120};
inline constexpr Rgb kTrack{236, 238, 241}, kFirstBar{49, 104, 142}, kOtherBar{150, 178, 198};

/// "93 %", "1.7 %", "< 0.1 %".
std::string percent(double fraction);

class Block {
public:
    virtual ~Block() = default;
    virtual int height() const = 0;
    virtual void draw(Drawing& drawing, int top) const = 0; ///< from kMargin on to the right
};

class Page {
public:
    /// @param inner the width between the margins; at least kMinInner is taken.
    Page(int inner, TextPainter& text) : m_inner(std::max(inner, kMinInner)), m_text(&text) {}

    template <typename Kind> void add(int gapAbove, Kind block)
    {
        m_gaps.push_back(gapAbove);
        m_blocks.push_back(std::make_unique<Kind>(std::move(block)));
    }

    int inner() const { return m_inner; }
    int width() const { return m_inner + 2 * kMargin; }
    int height() const;
    TextPainter& text() const { return *m_text; } ///< measures now and draws later
    void draw(Drawing& drawing) const;

private:
    int m_inner;
    TextPainter* m_text;
    std::vector<int> m_gaps; ///< one a block
    std::vector<std::unique_ptr<Block>> m_blocks;
};

} // namespace vbs::annotation
