#include "ui/review/review_desk.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <algorithm>

/// Which item comes next.
namespace vbs {
namespace {

constexpr std::uint32_t kFromStart = 0xFFFFFFFF; ///< no item: steps from it lead to the first one
constexpr std::size_t kMostTried = 1000;         ///< items that are asked for at once

} // namespace

void ReviewDesk::step(bool backwards)
{
    if (!m_state.index || m_state.queue.empty())
        return;
    const std::uint32_t from = m_coming ? *m_coming : m_state.item ? m_state.item->item.number : m_state.queue.front();
    QueueStep step;
    step.backwards = backwards;
    if (const auto next = m_state.index->step(from, m_state.queue, step))
        choose(*next);
}

QueueStep ReviewDesk::undecidedStep() const
{
    QueueStep step;
    step.undecidedOnly = true;
    step.reviewer = openTo();
    return step;
}

std::string ReviewDesk::openTo() const
{
    return m_state.settling ? std::string() : m_state.reviewer.toStdString(); // who settles looks at what they decided
}

void ReviewDesk::stepToUndecided()
{
    stay();
    if (m_state.index)
        goOn();
}

/// The first undecided item of the queue; where all are decided, the first.
void ReviewDesk::showFirst()
{
    const auto open = m_state.index->step(kFromStart, m_state.queue, undecidedStep());
    show(open.value_or(m_state.queue.front()));
}

/// The queue as it goes on from the item in hand, which comes last itself.
std::vector<std::uint32_t> ReviewDesk::queueFromHere() const
{
    std::vector<std::uint32_t> queue = m_state.queue;
    const std::ptrdiff_t place = m_state.placeInQueue();
    std::ranges::rotate(queue, queue.begin() + (place + 1));
    return queue;
}

void ReviewDesk::goOn()
{
    if (m_state.queue.empty())
        return;
    if (m_state.team.isTeam && !m_state.team.isConnected)
        return goOnAlone();
    if (m_state.team.isTeam && !m_state.settling)
        return claimNext();
    if (const auto next = m_state.index->step(kFromStart, queueFromHere(), undecidedStep());
        next && !(m_state.item && *next == m_state.item->item.number))
        show(*next);
    else
        tell(tr("Every item in this queue is decided."), Message::Kind::Info);
}

/// On a server others may have taken the next one since.
void ReviewDesk::claimNext()
{
    struct Found {
        std::optional<std::uint32_t> item;
        ReviewTeamState team;
    };
    m_seeking = true;
    const std::uint64_t wish = ++m_wish;
    m_store->run(
        [order = m_state.index->undecided(queueFromHere(), openTo(), kMostTried),
         reviewer = m_state.reviewer.toStdString()](ReviewStore& store) {
            Found found;
            try {
                found.item = store.team()->claimNext(reviewer, order);
            } catch (const Error&) {
                if (store.team()->isConnected())
                    throw;
            }
            found.team = teamOf(store);
            return found;
        },
        [this, wish](const Found& found) {
            if (wish != m_wish) { // another item was chosen
                if (found.item && m_coming != found.item && !(m_state.item && m_state.item->item.number == *found.item))
                    release(*found.item);
                return;
            }
            m_seeking = false;
            setTeam(found.team);
            if (found.item)
                show(*found.item);
            else if (!found.team.isConnected)
                goOnAlone();
            else
                tell(tr("Every item in this queue is decided, or others have it open."), Message::Kind::Info);
        },
        [this, wish](const ErrorInfo& why) {
            m_seeking = m_seeking && wish != m_wish;
            tell(problemText(why), Message::Kind::Error);
        });
}

/// With what was read before the server went away.
void ReviewDesk::goOnAlone()
{
    for (const std::uint32_t next : m_state.index->undecided(queueFromHere(), openTo(), kMostTried))
        if (m_shelf.find(next) && !(m_state.item && m_state.item->item.number == next))
            return show(next);
    tell(tr("What was read before the server went away is decided. You can go on when it is there again."));
}

} // namespace vbs
