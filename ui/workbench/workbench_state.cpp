#include "ui/workbench/workbench_state.h"

#include <algorithm>

namespace vbs {
namespace {

bool anyMarked(const std::vector<bool>& marks)
{
    return std::find(marks.begin(), marks.end(), true) != marks.end();
}

bool sameMarks(const std::vector<bool>& a, const std::vector<bool>& b)
{
    return a == b || (!anyMarked(a) && !anyMarked(b));
}

} // namespace

bool Question::hasRemoved() const
{
    return anyMarked(removed) || anyMarked(rightRemoved);
}

bool answerFitsRegions(const WorkbenchState& state)
{
    if (!state.answered)
        return false;
    const RegionChoice& asked = state.answered->choice;
    if (asked.own || state.choice.own)
        return sameChoice(asked, state.choice);
    return hiddenBy(asked.filter, state.answered->result.regions.regions) == state.hidden;
}

bool sameQuestion(const Question& a, const Question& b)
{
    return a.task == b.task && a.question == b.question && a.choices == b.choices && sameChoice(a.choice, b.choice) &&
           sameChoice({{}, a.rightOwn}, {{}, b.rightOwn}) && sameMarks(a.removed, b.removed) &&
           sameMarks(a.rightRemoved, b.rightRemoved);
}

bool sameWhy(const ExplanationRequest& a, const ExplanationRequest& b)
{
    return a.method == b.method && a.layer == b.layer && a.head == b.head;
}

bool hasBefore(const WorkbenchState& state)
{
    if (!state.answered || !state.before || !state.answered->hasRemoved())
        return false;
    Question bare = *state.answered;
    bare.removed.clear();
    bare.rightRemoved.clear();
    return sameQuestion(bare, *state.before);
}

SideView viewOf(const WorkbenchState& state, Side side)
{
    if (side == Side::Left)
        return {state.picture, state.regions, state.hidden, state.removed, state.choice.own.has_value()};
    return {state.rightPicture, state.rightRegions, state.rightHidden, state.rightRemoved, state.rightOwn.has_value()};
}

} // namespace vbs
