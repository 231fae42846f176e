#include "ui/workbench/workbench_state.h"

#include "ui/workbench/own_regions.h"

#include <QCoreApplication>

#include <algorithm>

namespace vbs {
namespace {

bool sameMarks(const std::vector<bool>& a, const std::vector<bool>& b)
{
    return a == b || (!anyMarked(a) && !anyMarked(b));
}

} // namespace

bool anyMarked(const std::vector<bool>& marks)
{
    return std::find(marks.begin(), marks.end(), true) != marks.end();
}

bool Question::hasRemoved() const
{
    return anyMarked(removed) || anyMarked(rightRemoved);
}

const OpenPicture* OpenFiles::pastedOf(const QString& key) const
{
    const auto found = std::ranges::find(pasted, key, &OpenPicture::key);
    return found == pasted.end() ? nullptr : &*found;
}

bool SideState::isShown(int region) const
{
    return regions && region >= 0 && std::size_t(region) < regions->regions.size() &&
           !isMarked(hidden, std::size_t(region));
}

std::optional<Side> lostSide(const WorkbenchState& state)
{
    for (const Side side : kSides) {
        const auto& picture = state.side(side).picture;
        if (picture && picture->smallCopy && (side == Side::Left || state.twoPictures()))
            return side;
    }
    return std::nullopt;
}

void Answered::rename(Side side, const std::vector<Region>& own)
{
    takeLabels((side == Side::Left ? result.regions : result.rightRegions).regions, own);
    if (auto& asked = choiceOf(side).own)
        takeLabels(*asked, own);
}

std::vector<PhraseSource> waysToFind(const WorkbenchState& state)
{
    if (!state.pack || state.pack->phraseSources.size() < 2 || state.pack->phraseSources.front() == PhraseSource::Head)
        return {};
    return state.pack->phraseSources;
}

Question questionOf(const WorkbenchState& state)
{
    const TaskSpec& spec = taskSpec(state.task);
    Question question{state.task, state.question, state.choices, state.why, state.left.choice};
    if (spec.whatIf)
        question.removed = state.left.removed;
    if (spec.twoPictures()) {
        question.rightChoice = state.right.choice;
        question.rightRemoved = state.right.removed;
    }
    if (!spec.explained)
        question.why = {};
    const std::vector<PhraseSource> ways = waysToFind(state);
    if (spec.phrases && std::ranges::find(ways, state.findBy) != ways.end() && state.findBy != ways.front())
        question.findBy = state.findBy;
    return question;
}

QString missingInput(const WorkbenchState& state)
{
    if (state.question.size() > kMostCharacters)
        return QCoreApplication::translate("vbs::TaskTable", "Shorten the text: at most %1 characters can be asked.")
            .arg(kMostCharacters);
    return taskSpec(state.task).missing(state.input());
}

bool answerFitsRegions(const WorkbenchState& state, Side side)
{
    if (!state.answered)
        return false;
    const RegionChoice& asked = state.answered->choiceOf(side);
    const SideState& now = state.side(side);
    if (asked.own || now.choice.own)
        return sameChoice(asked, now.choice);
    return hiddenBy(asked.filter, state.answered->regionsOf(side).regions) == now.hidden;
}

bool isStale(const WorkbenchState& state)
{
    if (!state.answered)
        return false;
    Question now = questionOf(state);
    for (const Side side : kSides) // another filter that hides the same regions asks the same
        now.choiceOf(side) = state.answered->choiceOf(side);
    return !sameQuestion(*state.answered, now) || !answerFitsRegions(state, Side::Left) ||
           (state.twoPictures() && !answerFitsRegions(state, Side::Right));
}

bool sameQuestion(const Question& a, const Question& b)
{
    return a.task == b.task && a.question == b.question && a.choices == b.choices && a.findBy == b.findBy &&
           sameChoice(a.choice, b.choice) && sameChoice(a.rightChoice, b.rightChoice) &&
           sameMarks(a.removed, b.removed) && sameMarks(a.rightRemoved, b.rightRemoved);
}

bool sameWhy(const ExplanationRequest& a, const ExplanationRequest& b)
{
    return a.method == b.method && a.layer == b.layer && a.head == b.head && a.of == b.of;
}

Question withoutRemoved(Question question)
{
    question.removed.clear();
    question.rightRemoved.clear();
    return question;
}

bool hasBefore(const WorkbenchState& state)
{
    return state.answered && state.before && state.answered->hasRemoved() &&
           sameQuestion(withoutRemoved(*state.answered), *state.before);
}

} // namespace vbs
