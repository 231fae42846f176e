#include "ui/workbench/answer_text.h"

#include "ui/util/qt_bridge.h"
#include "ui/workbench/answer_bar.h"
#include "ui/workbench/region_text.h"

namespace vbs {

QString answerText(const WorkbenchState& state)
{
    const Answered& answered = *state.answered;
    const TaskSpec& spec = taskSpec(answered.task);
    QStringList lines;
    QString asked = answered.question.simplified();
    if (spec.choices)
        asked += (asked.isEmpty() ? QString() : QStringLiteral(" ")) + givenChoices(answered.choices).join(" / ");
    lines << asked;
    const auto withShare = [](const QString& text, double share) {
        return QStringLiteral("%1 (%2)").arg(text, percentText(share));
    };
    for (const PhraseRegions& phrase : answered.result.phrases) {
        const int region = surestRegion(phrase);
        if (isAbsent(answered.result, phrase.span))
            lines << QStringLiteral("%1: %2").arg(toQString(phrase.text), absenceWords(answered.result));
        else if (region >= 0)
            lines << QStringLiteral("%1: %2").arg(
                toQString(phrase.text), withShare(regionName(answered.result.regions.regions[std::size_t(region)]),
                                                  phrase.regions[std::size_t(region)]));
    }
    if (answered.result.phrases.empty()) {
        const Headline headline = spec.headline(answered.result);
        lines << (headline.probability < 0 ? headline.text : withShare(headline.text, headline.probability));
    }
    return lines.join('\n');
}

} // namespace vbs
