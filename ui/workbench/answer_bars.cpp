#include "ui/workbench/answer_bars.h"

#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

#include <QCoreApplication>

namespace vbs {
namespace {

struct AnswerBarsText {
    Q_DECLARE_TR_FUNCTIONS(vbs::AnswerBarsText)
};

} // namespace

std::vector<AnswerBar> barsOf(const WorkbenchState& state, std::size_t mask)
{
    if (!state.answered)
        return {};
    const InferenceResult& now = state.answered->result;
    const InferenceResult* before = hasBefore(state) ? &state.before->result : nullptr;
    std::vector<AnswerBar> bars = taskSpec(state.answered->task).bars(now, before, mask);
    for (AnswerBar& bar : bars)
        bar.unfamiliar = now.strangeness.any();
    return bars;
}

std::optional<AnswerBar> matchBar(const WorkbenchState& state)
{
    if (!state.answered || state.answered->result.match < 0)
        return std::nullopt;
    const double now = state.answered->result.match;
    const double before = hasBefore(state) ? state.before->result.match : -1;
    const bool fits = (before >= 0 ? before : now) >= 0.5; // a bar keeps its meaning while regions are hidden
    AnswerBar bar{fits ? AnswerBarsText::tr("It fits") : AnswerBarsText::tr("Does not fit"), fits ? now : 1 - now};
    if (before >= 0)
        bar.before = fits ? before : 1 - before;
    bar.best = true;
    bar.unfamiliar = state.answered->result.strangeness.any();
    return bar;
}

namespace {

/// The one that stands beside the first of what the text alone would answer.
std::string firstAnswerOf(const InferenceResult& result)
{
    if (!result.masks.empty())
        return result.masks.front().words.empty() ? std::string() : result.masks.front().words.front().text;
    const auto best = std::ranges::max_element(result.choices, {}, &ChoiceScore::probability);
    if (best != result.choices.end())
        return best->text;
    return result.answers.empty() ? std::string() : result.answers.front().text;
}

} // namespace

QString blindText(const WorkbenchState& state)
{
    if (!state.answered || state.answered->result.blindAnswers.empty())
        return {};
    const TaskSpec& task = taskSpec(state.answered->task);
    const Answer& first = state.answered->result.blindAnswers.front();
    const auto shown = [&](const std::string& answer) {
        return task.verdict ? verdictText(answer) : toQString(answer);
    };
    const std::string now = firstAnswerOf(state.answered->result);
    if (now == first.text)
        return (task.twoPictures() ? AnswerBarsText::tr("Without the pictures the model would say the same: %1 (%2).")
                                   : AnswerBarsText::tr("Without the picture the model would say the same: %1 (%2)."))
            .arg(shown(first.text), percentText(first.probability));
    return (task.twoPictures() ? AnswerBarsText::tr("The pictures changed the answer from %1 (%2) to %3.")
                               : AnswerBarsText::tr("The picture changed the answer from %1 (%2) to %3."))
        .arg(shown(first.text), percentText(first.probability), shown(now));
}

QString isolatedWord(const QString& word)
{
    return QChar(0x2068) + word + QChar(0x2069);
}

QString absentText(const WorkbenchState& state)
{
    if (!state.answered || isStale(state) || taskSpec(state.task).phrases)
        return {};
    QStringList absent;
    for (const Presence& presence : state.answered->result.presences)
        if (presence.isAbsent())
            absent << isolatedWord(toQString(presence.noun));
    return absent.isEmpty() ? QString()
                            : AnswerBarsText::tr("The model sees no %1 here: the answer is a guess.")
                                  .arg(absent.join(AnswerBarsText::tr(" and no ")));
}

} // namespace vbs
