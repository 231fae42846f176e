#include "core/report/annotate_tasks.h"
#include "core/report/annotate_text.h"

#include <algorithm>

namespace vbs::annotation {

namespace {

Bar matchBar(double match)
{
    return {"fits the picture", match, match < 0.5 ? kOtherBar : kFirstBar, true};
}

} // namespace

Page fillPage(const Input& input, TextPainter& text)
{
    Page page = picturePage(input, text);
    const std::vector<MaskedWord>& masks = input.result.masks;
    std::vector<Mark> marks;
    for (const MaskedWord& mask : masks)
        marks.push_back({mask.span, mask.words.empty() ? "" : mask.words.front().text, kFirstBar});
    page.add(kMargin - 8, MarkedSentence(page, input.request.text, std::move(marks)));
    // All bars begin at the same place.
    int labels = input.result.match >= 0 ? Bars::widthFor(page, {matchBar(input.result.match)}) : 0;
    for (const MaskedWord& mask : masks)
        labels = std::max(labels, Bars::widthFor(page, barsOf(mask.words)));
    for (std::size_t i = 0; i < masks.size(); ++i) {
        if (masks.size() > 1)
            page.add(6, Note("mask " + std::to_string(i + 1)));
        page.add(0, Bars(page, barsOf(masks[i].words), Bars::Scale::Plain, labels));
    }
    if (input.result.match >= 0)
        page.add(14, Bars(page, {matchBar(input.result.match)}, Bars::Scale::MiddleMarked, labels));
    return page;
}

Page matchPage(const Input& input, TextPainter& text)
{
    Page page = picturePage(input, text);
    page.add(kMargin, Heading(page, input.request.text));
    if (input.result.match >= 0)
        page.add(6, Bars(page, {matchBar(input.result.match)}, Bars::Scale::MiddleMarked));
    return page;
}

} // namespace vbs::annotation
