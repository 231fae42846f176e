#include "core/report/annotate_tasks.h"
#include "core/report/annotate_text.h"

namespace vbs::annotation {

Page askPage(const Input& input, TextPainter& text)
{
    Page page = picturePage(input, text);
    int gap = kMargin;
    if (const Heading question(page, input.request.text); question.height() > 0) {
        page.add(gap, question);
        gap = 0;
    }
    if (!input.result.answers.empty())
        page.add(gap, Bars(page, barsOf(input.result.answers)));
    return page;
}

} // namespace vbs::annotation
