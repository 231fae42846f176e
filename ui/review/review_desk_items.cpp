#include "ui/review/review_desk.h"

#include "core/review/correction.h"
#include "ui/services/problem_of.h"
#include "ui/util/qt_bridge.h"

#include <algorithm>
#include <span>

namespace vbs {
namespace {

constexpr std::uint32_t kNoItem = 0xFFFFFFFF; ///< steps from it lead to the first one
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
};

ReviewDesk::Shown ReviewDesk::look(ReviewStore& store, std::uint32_t number, const std::string& reviewer,
                                   std::optional<std::uint32_t> before)
{
    Shown shown;
    ReviewedItem& item = shown.item;
    if (ReviewTeam* team = store.team()) {
        if (before && *before != number)
            team->release(reviewer, *before);
        item.openedBy = team->claim(reviewer, number);
        shown.team = {true, team->isConnected(), team->waiting()};
    }
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
    m_coming = number;
    const std::optional<std::uint32_t> before = m_state.item ? std::optional(m_state.item->item.number) : std::nullopt;
    m_store->run([number, before, reviewer = m_state.reviewer.toStdString()](
                     ReviewStore& store) { return look(store, number, reviewer, before); },
                 [this, number](Shown shown) {
                     if (m_coming == number)
                         onShown(std::move(shown));
                 },
                 [this, number](const ErrorInfo& why) {
                     if (m_coming == number)
                         m_coming.reset();
                     tell(toQString(why.message), Message::Kind::Error);
                 });
}

void ReviewDesk::onShown(Shown shown)
{
    m_coming.reset();
    const bool same = m_state.item && m_state.item->item.number == shown.item.item.number;
    if (same)
        shown.item.phrase = m_state.item->phrase;
    m_state.item = std::move(shown.item);
    if (shown.team.isTeam)
        m_state.team = shown.team;
    completeItem();
    m_placeRest.start();
    report(ReviewChange::Item | ReviewChange::Team);
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
    if (!m_state.settling) // who settles looks at what they decided, too
        step.reviewer = m_state.reviewer.toStdString();
    return step;
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
    if (m_state.team.isTeam && !m_state.settling && m_state.team.isConnected)
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
    constexpr std::size_t kMostTried = 1000;
    const std::vector<std::uint32_t> queue = queueFromHere();
    std::vector<std::uint32_t> order;
    for (std::span<const std::uint32_t> left(queue); order.size() < kMostTried;) {
        const auto next = m_state.index->step(kNoItem, left, undecidedStep());
        if (!next)
            break;
        order.push_back(*next);
        left = left.subspan(std::size_t(std::ranges::find(left, *next) - left.begin()) + 1);
    }
    m_store->run([order, reviewer = m_state.reviewer.toStdString()](
                     ReviewStore& store) { return store.team()->claimNext(reviewer, order); },
                 [this](std::optional<std::uint32_t> next) {
                     if (next)
                         show(*next);
                     else
                         tell(tr("Every item in this queue is decided, or others have it open."), Message::Kind::Info);
                 },
                 tellWhy());
}

} // namespace vbs
