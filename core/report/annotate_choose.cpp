#include "core/report/annotate_tasks.h"
#include "core/report/annotate_text.h"

#include <algorithm>

namespace vbs::annotation {

Page choosePage(const Input& input, TextPainter& text)
{
    Page page = picturePage(input, text);
    const std::vector<ChoiceScore>& choices = input.result.choices;
    int gap = kMargin;
    if (const Heading question(page, input.request.text); question.height() > 0) {
        page.add(gap, question);
        gap = 8;
    }
    if (choices.empty())
        return page;
    const auto best = std::ranges::max_element(choices, {}, &ChoiceScore::probability);
    std::vector<Bar> bars;
    for (auto choice = choices.begin(); choice != choices.end(); ++choice)
        bars.push_back({choice->text, choice->probability, choice == best ? kFirstBar : kOtherBar, choice == best});
    page.add(gap, SentenceBars(page, std::move(bars)));
    return page;
}

} // namespace vbs::annotation
