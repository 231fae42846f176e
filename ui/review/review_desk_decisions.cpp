#include "ui/review/review_desk.h"

#include "core/review/correction.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <QDateTime>

#include <algorithm>

namespace vbs {

/// What the store made of a wish.
struct ReviewDesk::Kept {
    std::optional<Decision> act;
    ReviewTeamState team;
};

/// More of the item on display may be on its way, too; what is done to it meanwhile comes to the store after that.
bool ReviewDesk::isAnotherComing() const
{
    return m_coming && !(m_state.item && m_state.item->item.number == *m_coming);
}

bool ReviewDesk::mayMark() const
{
    return m_state.item && !isAnotherComing() && !m_state.reviewer.isEmpty();
}

bool ReviewDesk::mayDecide() const
{
    return mayMark() && !m_seeking && m_deciding == 0;
}

void ReviewDesk::add(DecisionKind kind, const std::string& value, bool thenGoOn)
{
    Decision decision;
    decision.item = m_state.item->item.number;
    decision.reviewer = m_state.reviewer.toStdString();
    decision.time = QDateTime::currentMSecsSinceEpoch();
    decision.kind = kind;
    decision.value = value;
    decision.adjudicates = m_state.settling && m_state.item->standing.conflict && decides(kind);
    ++m_deciding;
    stay();
    m_store->run(
        [decision](ReviewStore& store) {
            const Decision stored = store.add(decision);
            return Kept{stored, teamOf(store)};
        },
        [this, thenGoOn](const Kept& kept) {
            --m_deciding;
            setTeam(kept.team);
            onDecided(*kept.act);
            if (thenGoOn && m_state.item && m_state.item->item.number == kept.act->item && !isAnotherComing())
                goOn();
        },
        [this](const ErrorInfo& why) {
            --m_deciding;
            tell(tr("This was not kept: %1").arg(problemText(why)), Message::Kind::Error);
            if (m_state.item)
                show(m_state.item->item.number); // what is shown is what is kept
        });
}

void ReviewDesk::onDecided(const Decision& decision)
{
    const ReviewChanges what = takeIn(decision);
    m_state.counts = m_state.index->counts();
    report(what);
}

/// An act that was not known, or is not as it was.
ReviewChanges ReviewDesk::takeIn(const Decision& act)
{
    m_state.index->apply(act);
    m_shelf.take(act);
    if (isWaiting(act))
        putAct(m_waiting, act);
    if (!m_state.item || m_state.item->item.number != act.item ||
        std::ranges::find(m_state.item->acts, act) != m_state.item->acts.end())
        return ReviewChange::Counts;
    putAct(m_state.item->acts, act);
    completeItem();
    return ReviewChange::Counts | ReviewChange::Item;
}

/// Whether this reviewer decided the item like this last: the same again says nothing new. It happens where nothing
/// else is left to go on to, and a key is pressed twice.
bool ReviewDesk::isDecidedSo(DecisionKind kind) const
{
    const ReviewedItem& item = *m_state.item;
    if (!decides(kind) || (m_state.settling && item.standing.conflict))
        return false;
    const std::string reviewer = m_state.reviewer.toStdString();
    for (auto act = item.acts.rbegin(); act != item.acts.rend(); ++act)
        if (!act->undone && decides(act->kind) && (act->reviewer == reviewer || m_state.project.reviewersWanted == 1))
            return act->reviewer == reviewer && act->kind == kind;
    return false;
}

void ReviewDesk::decide(DecisionKind kind, const QString& value)
{
    if (decides(kind) ? !mayDecide() : !mayMark()) // a comment that was typed is not lost
        return;
    if (!m_draft && isDecidedSo(kind))
        return goOn();
    keepDraft();
    add(kind, value.toStdString(), decides(kind));
}

void ReviewDesk::take(std::size_t suggestion)
{
    if (!mayDecide() || suggestion >= m_state.item->suggestions.size())
        return;
    const Example taken = m_state.item->suggestions[suggestion].example; // goes on from the draft
    const std::string value = correctionOf(m_state.item->item.example, taken);
    // Of several phrases or boxes the others are still to be looked at.
    const bool whole = taken.task && taken.truth.phraseBoxes.empty();
    if (value == correctionOf(m_state.item->item.example, m_state.item->now)) {
        keepDraft();
        if (whole)
            add(DecisionKind::Accept, {}, true);
        return;
    }
    m_draft.reset();
    m_draftRest.stop();
    add(DecisionKind::Correct, value, whole);
}

void ReviewDesk::correct(const Example& now, bool goesOn)
{
    if (!mayMark())
        return;
    stay();
    m_draft = now;
    m_state.item->now = now;
    suggest();
    report(ReviewChange::Item);
    if (goesOn)
        m_draftRest.start();
    else
        keepDraft();
}

void ReviewDesk::keepDraft()
{
    m_draftRest.stop();
    if (!m_draft || !m_store || !m_state.item)
        return;
    const Example draft = *std::exchange(m_draft, std::nullopt);
    add(DecisionKind::Correct, correctionOf(m_state.item->item.example, draft), false);
}

void ReviewDesk::toggleFlag()
{
    if (mayDecide())
        add(m_state.item->standing.flagged ? DecisionKind::Unflag : DecisionKind::Flag, {}, false);
}

void ReviewDesk::toggleTag(const QString& tag)
{
    const std::string name = tag.trimmed().toStdString();
    if (mayDecide() && !name.empty())
        add(m_state.item->standing.tags.contains(name) ? DecisionKind::Untag : DecisionKind::Tag, name, false);
}

void ReviewDesk::undo()
{
    turn(true);
}

void ReviewDesk::redo()
{
    turn(false);
}

void ReviewDesk::turn(bool back)
{
    if (!m_state.index || isAnotherComing() || m_seeking || m_deciding > 0)
        return;
    stay();
    keepDraft();
    ++m_deciding;
    m_store->run(
        [back, reviewer = m_state.reviewer.toStdString()](ReviewStore& store) {
            const std::optional<Decision> turned = back ? store.undo(reviewer) : store.redo(reviewer);
            return Kept{turned, teamOf(store)};
        },
        [this, back](const Kept& turned) {
            --m_deciding;
            setTeam(turned.team);
            if (!turned.act)
                return tell(back ? tr("There is nothing to undo.") : tr("There is nothing to redo."),
                            Message::Kind::Info);
            onDecided(*turned.act);
            if (!m_state.item || m_state.item->item.number != turned.act->item)
                show(turned.act->item);
        },
        [this](const ErrorInfo& why) {
            --m_deciding;
            tell(problemText(why), Message::Kind::Error);
        });
}

void ReviewDesk::setSettling(bool on)
{
    m_state.settling = on;
    report(ReviewChange::Item);
}

} // namespace vbs
