#include "ui/review/review_desk.h"
#include "ui/services/problem_of.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <algorithm>
#include <map>

/// What others on a server do meanwhile, and whether it is there.
namespace vbs {
namespace {

constexpr std::size_t kAhead = 24;      ///< items that are read ahead
constexpr std::size_t kAheadAtOnce = 3; ///< between which other wishes are heard

std::vector<OpenItem> openItems(ReviewStore& store)
{
    const std::vector<Claim> claims = store.team()->claims();
    std::vector<std::uint32_t> numbers;
    for (const Claim& claim : claims)
        numbers.push_back(claim.item);
    std::map<std::uint32_t, std::string> ids;
    for (ItemLine& line : store.lines(numbers))
        ids[line.number] = std::move(line.id);
    std::vector<OpenItem> open;
    for (const Claim& claim : claims)
        open.push_back({claim.reviewer, claim.item, ids[claim.item]});
    return open;
}

} // namespace

struct ReviewDesk::News {
    TeamChanges changes;
    ReviewTeamState team;
    std::optional<ErrorInfo> problem; ///< another than that the server is away
};

ReviewTeamState ReviewDesk::teamOf(ReviewStore& store)
{
    ReviewTeamState now;
    if (const ReviewTeam* team = store.team()) {
        now.isTeam = true;
        now.isConnected = team->isConnected();
        now.waiting = team->waiting();
    }
    return now;
}

void ReviewDesk::listen()
{
    m_claimRest.start();
    m_changesRest.start();
    m_store->run(
        [this, line = m_store->line()](ReviewStore& store) {
            // It is called on the store's thread, where nothing that is here may be touched.
            store.team()->whenChanged([this, line] { line->post([this] { takeChanges(); }); });
            return true;
        },
        [this](bool) { takeChanges(); }, tellWhy());
}

void ReviewDesk::prolongClaim()
{
    if (!m_store || !m_state.item)
        return;
    m_store->run([reviewer = m_state.reviewer.toStdString(),
                  item = m_state.item->item.number](ReviewStore& store) { return store.team()->claim(reviewer, item); },
                 [](const std::vector<std::string>&) {}, [](const ErrorInfo&) {}); // takeChanges tells of the server
}

void ReviewDesk::release(std::uint32_t number)
{
    m_store->run(
        [number, reviewer = m_state.reviewer.toStdString()](ReviewStore& store) {
            store.team()->release(reviewer, number);
            return true;
        },
        [](bool) {}, [](const ErrorInfo&) {}); // it lapses
}

void ReviewDesk::takeChanges()
{
    if (!m_store || !m_state.team.isTeam || std::exchange(m_asking, true))
        return;
    m_store->run(
        [](ReviewStore& store) {
            ReviewTeam& team = *store.team();
            News news;
            news.problem = problemOf([&] {
                news.changes = team.changes();
                news.team.open = openItems(store);
            });
            std::vector<OpenItem> open = std::move(news.team.open);
            news.team = teamOf(store);
            news.team.open = std::move(open);
            if (!news.team.isConnected)
                news.problem.reset();
            return news;
        },
        [this](const News& news) { onNews(news); },
        [this](const ErrorInfo& why) {
            m_asking = false;
            tell(problemText(why), Message::Kind::Error);
        });
}

void ReviewDesk::onNews(const News& news)
{
    m_asking = false;
    setTeam(news.team);
    setOpenItems(news.team.open); // none, while the server is away
    onChanges(news.changes);
    if (news.team.waiting == 0 && m_deciding == 0) // another program of this computer may have sent it
        while (!m_waiting.empty())
            drop(m_waiting.back());
    const QString problem = news.problem ? problemText(*news.problem) : QString();
    if (problem != std::exchange(m_teamProblem, problem) && !problem.isEmpty())
        tell(problem, Message::Kind::Error);
}

/// An act that is not under this number any more.
void ReviewDesk::drop(Decision waiting)
{
    waiting.undone = true;
    m_state.index->apply(waiting);
    std::erase_if(m_waiting, [&](const Decision& one) { return one.id == waiting.id; });
    m_shelf.drop(waiting);
    if (m_state.item)
        std::erase_if(m_state.item->acts, [&](const Decision& one) { return one.id == waiting.id; });
}

void ReviewDesk::onChanges(const TeamChanges& changes)
{
    if (changes.decisions.empty() && changes.sent.empty())
        return;
    ReviewChanges what = ReviewChange::Counts;
    for (const SentDecision& sent : changes.sent) {
        Decision waiting = sent.stored;
        waiting.id = sent.waitingId;
        drop(waiting);
        what |= takeIn(sent.stored);
        if (sent.crowded)
            tell(
                tr("Others had decided an item that you decided without the server. Where you differ it is in conflict "
                   "now."));
    }
    for (const Decision& act : changes.decisions)
        what |= takeIn(act);
    m_state.counts = m_state.index->counts();
    report(what);
}

void ReviewDesk::setTeam(const ReviewTeamState& now)
{
    if (!now.isTeam)
        return;
    const bool was = std::exchange(m_state.team.isConnected, now.isConnected);
    m_state.team.waiting = now.waiting;
    if (was && !now.isConnected) {
        m_awayTold = true;
        tell(tr("The server cannot be reached. You can go on: what you decide is kept on this computer and sent when "
                "the server is there again."));
    }
    if (!was && now.isConnected) {
        prolongClaim();
        fetchAhead();
        if (now.waiting > 0)
            takeChanges();
    }
    if (now.isConnected && now.waiting == 0 && std::exchange(m_awayTold, false))
        tell(tr("The server is there again, and has all that you decided."), Message::Kind::Info);
    report(ReviewChange::Team);
}

void ReviewDesk::setOpenItems(std::vector<OpenItem> open)
{
    if (open == m_state.team.open)
        return;
    m_state.team.open = std::move(open);
    if (m_state.item) {
        const std::vector<std::string> before = m_state.item->openedBy;
        noteOpenedBy();
        if (before != m_state.item->openedBy)
            report(ReviewChange::Item);
    }
    report(ReviewChange::Team);
}

void ReviewDesk::noteOpenedBy()
{
    m_state.item->openedBy.clear();
    for (const OpenItem& open : m_state.team.open)
        if (open.number == m_state.item->item.number && open.reviewer != m_state.reviewer.toStdString())
            m_state.item->openedBy.push_back(open.reviewer);
}

void ReviewDesk::onSilent(bool silent)
{
    if (m_state.opening && silent)
        tell(tr("The server does not answer. Closing the review stops waiting for it."), Message::Kind::Warning,
             "review.close");
    else if (m_state.team.isTeam && silent && m_deciding > 0)
        tell(tr("The server does not answer. Your last decision is not kept yet."));
    m_state.team.isSilent = silent;
    report(ReviewChange::Team);
}

/// Items that come next, for when the server goes away.
void ReviewDesk::fetchAhead()
{
    if (!m_state.team.isTeam || !m_state.team.isConnected || m_fetching)
        return;
    std::vector<std::uint32_t> wanted = m_state.index->undecided(queueFromHere(), openTo(), kAhead);
    std::erase_if(wanted, [this](std::uint32_t number) { return m_shelf.find(number) != nullptr; });
    if (wanted.empty())
        return;
    wanted.resize(std::min(wanted.size(), kAheadAtOnce));
    m_fetching = true;
    m_store->run(
        [wanted](ReviewStore& store) {
            std::vector<ReviewedItem> items;
            for (const std::uint32_t number : wanted)
                items.push_back(readItem(store, number));
            return items;
        },
        [this](const std::vector<ReviewedItem>& items) {
            m_fetching = false;
            for (const ReviewedItem& item : items)
                m_shelf.put(item);
            fetchAhead();
        },
        [this](const ErrorInfo&) { m_fetching = false; }); // whoever wants the item hears of it
}

} // namespace vbs
