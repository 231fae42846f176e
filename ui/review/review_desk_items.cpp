#include "ui/review/review_desk.h"

#include "core/review/correction.h"
#include "ui/services/problem_of.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <algorithm>

namespace vbs {
namespace {

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
                     tell(problemText(why), Message::Kind::Error);
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
    else if (m_state.item && m_state.index->undecided({&m_state.item->item.number, 1}, openTo(), 1).empty())
        goOnAlone(); // another key must not decide what is decided
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
            tell(problemText(*problem), Message::Kind::Error);
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

} // namespace vbs
