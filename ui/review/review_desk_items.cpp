#include "ui/review/review_desk.h"

#include "core/review/correction.h"
#include "ui/services/problem_of.h"
#include "ui/util/qt_bridge.h"

#include <algorithm>
#include <span>

namespace vbs {
namespace {

constexpr std::uint32_t kNoItem = 0xFFFFFFFF; ///< steps from it lead to the first one
constexpr std::size_t kMostTried = 1000;      ///< items that are asked for at once
constexpr std::size_t kMostSuggestions = 9, kFewestSuggestions = 3;
constexpr double kWorthIt = 0.005;         ///< less is left out behind the first ones
constexpr std::size_t kMostOnPicture = 50; ///< questions about one picture that are listed

/// The correction that this reviewer sees: while several decide for themselves, their own.
std::string correctionFor(const ReviewedItem& item, const std::string& reviewer, int reviewersWanted)
{
    if (reviewersWanted == 1 || item.standing.verdict != Verdict::Undecided)
        return item.standing.correction;
    std::string own;
    for (const Decision& act : item.acts)
        if (!act.undone && act.kind == DecisionKind::Correct && act.reviewer == reviewer)
            own = act.value;
    return own;
}

} // namespace

struct ReviewDesk::Shown {
    ReviewedItem item;
    ReviewTeamState team;
    std::string lost; ///< why there is no item: the server is away
};

ReviewedItem ReviewDesk::readItem(ReviewStore& store, std::uint32_t number)
{
    ReviewedItem item;
    item.item = store.item(number);
    item.acts = store.decisionsOf(number);
    const std::string model = store.project().model;
    item.prediction = model.empty() ? std::nullopt : store.prediction(model, number);
    std::vector<std::uint32_t> together = store.withGroupOf(number);
    together.resize(std::min(together.size(), kMostOnPicture));
    item.onPicture = store.lines(together);
    if (item.prediction && !item.prediction->result.empty())
        if (const auto problem = problemOf([&] { item.predicted = predictedResultOf(item.prediction->result); })) {
            item.prediction->fault = problem->message;
            item.prediction->result.clear();
        }
    return item;
}

ReviewDesk::Shown ReviewDesk::look(ReviewStore& store, std::uint32_t number, const std::string& reviewer,
                                   std::optional<std::uint32_t> before)
{
    ReviewTeam* team = store.team();
    Shown shown;
    try {
        if (team && before && *before != number)
            team->release(reviewer, *before);
        if (team)
            team->claim(reviewer, number);
        shown.item = readItem(store, number);
    } catch (const Error& e) {
        if (!team || team->isConnected())
            throw;
        shown.lost = e.what();
    }
    shown.team = teamOf(store);
    return shown;
}

void ReviewDesk::stay()
{
    m_untouched = false;
}

void ReviewDesk::choose(std::uint32_t number)
{
    stay();
    show(number);
}

void ReviewDesk::show(std::uint32_t number)
{
    if (!m_state.index || number >= m_state.index->size())
        return;
    keepDraft();
    ++m_wish;
    m_seeking = false;
    const std::optional<std::uint32_t> before = m_coming       ? m_coming
                                                : m_state.item ? std::optional(m_state.item->item.number)
                                                               : std::nullopt;
    m_coming = number;
    const ReviewedItem* known = m_shelf.find(number);
    if (known && !m_state.team.isConnected) // asking takes seconds
        return put(*known);
    m_store->run([number, before, reviewer = m_state.reviewer.toStdString()](
                     ReviewStore& store) { return look(store, number, reviewer, before); },
                 [this, number](Shown shown) {
                     if (m_coming == number)
                         shown.lost.empty() ? onShown(std::move(shown)) : onLost(number, shown);
                 },
                 [this, number](const ErrorInfo& why) {
                     if (m_coming == number)
                         m_coming.reset();
                     tell(toQString(why.message), Message::Kind::Error);
                 });
}

void ReviewDesk::onShown(Shown shown)
{
    if (shown.team.isTeam) {
        m_shelf.put(shown.item);
        setTeam(shown.team);
    }
    put(std::move(shown.item));
    fetchAhead();
}

void ReviewDesk::onLost(std::uint32_t number, const Shown& shown)
{
    m_coming.reset();
    setTeam(shown.team);
    if (const ReviewedItem* known = m_shelf.find(number))
        put(*known);
    else
        tell(toQString(shown.lost), Message::Kind::Error);
}

/// On display.
void ReviewDesk::put(ReviewedItem item)
{
    m_coming.reset();
    if (m_state.item && m_state.item->item.number == item.item.number)
        item.phrase = m_state.item->phrase;
    for (const Decision& act : m_waiting)
        if (act.item == item.item.number)
            putAct(item.acts, act);
    m_state.item = std::move(item);
    completeItem();
    m_placeRest.start();
    report(ReviewChange::Item);
}

void ReviewDesk::completeItem()
{
    ReviewedItem& item = *m_state.item;
    item.standing = standingOf(item.acts, m_state.project.reviewersWanted);
    item.now = item.item.example;
    const std::string correction = correctionFor(item, m_state.reviewer.toStdString(), m_state.project.reviewersWanted);
    if (!correction.empty())
        if (const auto problem = problemOf([&] { item.now = corrected(item.item.example, correction); }))
            tell(toQString(problem->message), Message::Kind::Error);
    if (m_draft)
        item.now = *m_draft;
    noteOpenedBy();
    suggest();
}

void ReviewDesk::suggest()
{
    ReviewedItem& item = *m_state.item;
    item.phrase = std::min(item.phrase, item.now.phrases.empty() ? 0 : item.now.phrases.size() - 1);
    item.suggestions.clear();
    if (item.prediction && !item.prediction->result.empty())
        item.suggestions = suggestionsFor(item.now, item.predicted, m_state.knownLabels, item.phrase);
    // A key takes what is on the screen, never what is behind it.
    std::size_t worth = 0;
    while (worth < item.suggestions.size() && worth < kMostSuggestions &&
           (worth < kFewestSuggestions || item.suggestions[worth].probability >= kWorthIt))
        ++worth;
    item.suggestions.resize(worth);
}

void ReviewDesk::pickPhrase(std::size_t phrase)
{
    if (!m_state.item || phrase >= m_state.item->now.phrases.size() || phrase == m_state.item->phrase)
        return;
    stay();
    m_state.item->phrase = phrase;
    suggest();
    report(ReviewChange::Item);
}

void ReviewDesk::showId(const QString& id)
{
    if (!m_store || id.isEmpty())
        return;
    stay();
    m_store->run(
        [text = id.toStdString()](ReviewStore& store) { return store.numberOf(text); },
        [this, id](std::optional<std::uint32_t> number) {
            bool isPlace = false;
            const qulonglong place = id.toULongLong(&isPlace);
            if (number)
                show(*number);
            else if (isPlace && place >= 1 && place <= m_state.queue.size())
                show(m_state.queue[std::size_t(place - 1)]);
            else
                tell(tr("There is no item %1: give its name in the data set, or its place in the queue, 1 to %2.")
                         .arg(id)
                         .arg(m_state.queue.size()));
        },
        tellWhy());
}

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
    const auto open = m_state.index->step(kNoItem, m_state.queue, undecidedStep());
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
    if (const auto next = m_state.index->step(kNoItem, queueFromHere(), undecidedStep());
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
            tell(toQString(why.message), Message::Kind::Error);
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
