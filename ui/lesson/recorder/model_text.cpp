// What a step asks and what the model said, in words.

#include "core/look/single_answer.h"
#include "ui/lesson/recorder/model_part.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/phrase_text.h"
#include "ui/workbench/region_text.h"
#include "ui/workbench/task_table.h"

#include <algorithm>

namespace vbs {
namespace {

QString phrasesSaid(const InferenceResult& result)
{
    QStringList lines;
    for (const PhraseRegions& phrase : result.phrases) {
        const auto surest = std::ranges::max_element(phrase.regions);
        const auto region = std::size_t(surest - phrase.regions.begin());
        if (region < result.regions.regions.size())
            lines << ModelPart::tr("“%1”: %2 (%3)")
                         .arg(toQString(phrase.text), regionName(result.regions.regions[region]), percentText(*surest));
    }
    return lines.join('\n');
}

} // namespace

QString askedText(const LessonStep& step)
{
    if (!step.task)
        return {};
    QStringList lines{taskName(*step.task)};
    if (!step.asked.empty())
        lines << ModelPart::tr("“%1”").arg(toQString(step.asked));
    for (const std::string& choice : step.choices)
        lines << ModelPart::tr("– %1").arg(toQString(choice));
    QStringList phrases;
    for (const TextSpan& span : step.phrases)
        phrases << toQString(step.asked.substr(span.begin, span.end - span.begin));
    if (!phrases.isEmpty())
        lines << ModelPart::tr("Phrases: %1").arg(phrases.join(QStringLiteral(", ")));
    const auto count = int(step.hidden.size() + step.rightHidden.size());
    if (count > 0)
        lines << ModelPart::tr("%n region(s) are hidden from the model.", nullptr, count);
    if (const auto own = int(step.ownBoxes.size() + step.rightOwnBoxes.size()); own > 0)
        lines << ModelPart::tr("%n box(es) are your own.", nullptr, own);
    return lines.join('\n');
}

QString saidText(const LessonStep& step)
{
    if (!step.recorded)
        return {};
    if (step.recorded->task == Task::RegionToPhrase)
        return phrasesSaid(*step.recorded);
    try {
        const Answer answer = singleAnswerOf(*step.recorded);
        return ModelPart::tr("%1 (%2)").arg(toQString(answer.text), percentText(answer.probability));
    } catch (const Error&) {
        return ModelPart::tr("No answer");
    }
}

} // namespace vbs
