#include "ui/workbench/answer_bars.h"

#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

#include <QCoreApplication>

namespace vbs {
namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("vbs::AnswerBars", source);
}

} // namespace

std::vector<AnswerBar> barsOf(const WorkbenchState& state, std::size_t mask)
{
    if (!state.answered)
        return {};
    const InferenceResult& now = state.answered->result;
    const InferenceResult* before = hasBefore(state) ? &state.before->result : nullptr;
    return taskSpec(state.answered->task).bars(now, before, mask);
}

std::optional<AnswerBar> matchBar(const WorkbenchState& state)
{
    if (!state.answered || state.answered->result.match < 0)
        return std::nullopt;
    AnswerBar bar{text("It fits"), state.answered->result.match};
    if (hasBefore(state))
        bar.before = state.before->result.match;
    bar.best = true;
    return bar;
}

QString blindText(const WorkbenchState& state)
{
    if (!state.answered || state.answered->result.blindAnswers.empty())
        return {};
    const TaskSpec& task = taskSpec(state.answered->task);
    const Answer& first = state.answered->result.blindAnswers.front();
    return (task.twoPictures() ? text("Without the pictures the model would say: %1 (%2)")
                               : text("Without the picture the model would say: %1 (%2)"))
        .arg(task.verdict ? verdictText(first.text) : toQString(first.text), percentText(first.probability));
}

} // namespace vbs
