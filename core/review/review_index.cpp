#include "core/review/review_index.h"

#include "core/base/error.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace vbs {

namespace {

constexpr float kRightFrom = .5f; ///< a score from which on the model counts as right

/// No type of the project.
constexpr std::uint32_t kNoType = std::numeric_limits<std::uint32_t>::max();

bool isAs(const std::optional<bool>& wanted, bool is)
{
    return !wanted || *wanted == is;
}

// What filters look at of a standing, in one byte: the verdict in the lowest bits, then
constexpr unsigned kVerdictBits = 3, kCorrected = 4, kFlagged = 8, kCommented = 16, kConflict = 32;

std::uint8_t stateOf(const Standing& standing)
{
    return std::uint8_t(unsigned(standing.verdict) | (standing.correction.empty() ? 0 : kCorrected) |
                        (standing.flagged ? kFlagged : 0) | (standing.comments > 0 ? kCommented : 0) |
                        (standing.conflict ? kConflict : 0));
}

Verdict verdictIn(std::uint8_t state)
{
    return static_cast<Verdict>(state & kVerdictBits);
}

/// Counts a name in, or out again; one that nothing has any longer is left out.
void tallyName(std::map<std::string, std::size_t>& counts, const std::string& name, bool adds)
{
    if (adds)
        ++counts[name];
    else if (const auto at = counts.find(name); --at->second == 0)
        counts.erase(at);
}

/// Counts a standing in, or out again.
void tally(ReviewCounts& counts, const Standing& standing, bool adds)
{
    const auto step = [&](std::size_t& count, bool is) { adds ? count += is : count -= is; };
    step(counts.accepted, standing.verdict == Verdict::Accepted);
    step(counts.rejected, standing.verdict == Verdict::Rejected);
    step(counts.unsure, standing.verdict == Verdict::Unsure);
    step(counts.corrected, !standing.correction.empty());
    step(counts.flagged, standing.flagged);
    step(counts.commented, standing.comments > 0);
    step(counts.conflict, standing.conflict);
    for (const std::string& tag : standing.tags)
        tallyName(counts.tags, tag, adds);
    for (const std::string& reviewer : standing.reviewers)
        tallyName(counts.reviewers, reviewer, adds);
}

/// @throws Error (CorruptData) for acts on items that there are not.
const std::vector<Decision>& checked(const std::vector<Decision>& decisions, std::size_t items)
{
    if (std::ranges::any_of(decisions, [items](const Decision& decision) { return decision.item >= items; }))
        throw Error(ErrorCode::CorruptData, sentence("The project has a decision on an item that it does not have."));
    return decisions;
}

} // namespace

/// A filter as items are compared with it.
struct ReviewIndex::Wanted {
    unsigned bits = 0, state = 0; ///< what of a state has to be as it is here
    std::optional<std::uint32_t> type, reviewer, tag;

    void want(unsigned bit, const std::optional<bool>& is)
    {
        bits = is ? bits | bit : bits;
        state = is.value_or(false) ? state | bit : state;
    }
};

ReviewIndex::ReviewIndex(ReviewSummaries summaries, const std::vector<Decision>& decisions, int reviewersWanted)
    : m_summaries(std::move(summaries)), m_acts(size(), checked(decisions, size())), m_states(size()),
      m_reviewersWanted(reviewersWanted)
{
    for (std::uint32_t number = 0; number < size(); ++number)
        if (m_acts.hasAny(number))
            note(number);
}

void ReviewIndex::note(std::uint32_t number)
{
    const Standing now = standing(number);
    tally(m_standings, now, true);
    m_states[number] = stateOf(now);
}

void ReviewIndex::apply(const Decision& decision)
{
    if (decision.item >= size())
        throw Error(ErrorCode::InvalidArgument, sentence("The project has no item number %1.", decision.item));
    tally(m_standings, standing(decision.item), false);
    m_acts.put(decision);
    note(decision.item);
}

void ReviewIndex::setPrediction(const Prediction& prediction)
{
    ItemSummary& item = m_summaries.items.at(prediction.item);
    item.surprise = float(prediction.surprise);
    item.entropy = float(prediction.entropy);
    item.score = float(prediction.score);
}

bool ReviewIndex::matches(const ItemSummary& item, const ReviewFilter& filter, const Wanted& wanted) const
{
    if ((wanted.type && item.type != *wanted.type) || !isAs(filter.faulty, item.hasFault) ||
        !isAs(filter.peopleDisagree, item.dissent > 0) ||
        (filter.modelRight && (item.score < 0 || *filter.modelRight != (item.score >= kRightFrom))))
        return false;
    const std::uint8_t state = m_states[item.number];
    return (state & wanted.bits) == wanted.state && isAs(filter.decided, verdictIn(state) != Verdict::Undecided) &&
           (!wanted.reviewer || m_acts.isDecidedBy(item.number, *wanted.reviewer)) &&
           (!wanted.tag || m_acts.isTagged(item.number, *wanted.tag));
}

template <typename Visit>
void ReviewIndex::forEachMatch(const ReviewFilter& filter, const std::vector<std::uint32_t>* found, Visit&& visit) const
{
    Wanted wanted;
    wanted.want(kCorrected, filter.corrected);
    wanted.want(kFlagged, filter.flagged);
    wanted.want(kCommented, filter.commented);
    wanted.want(kConflict, filter.conflict);
    if (filter.verdict) {
        wanted.bits |= kVerdictBits;
        wanted.state |= unsigned(*filter.verdict);
    }
    if (filter.type) {
        const auto known = std::ranges::find(m_summaries.types, *filter.type);
        wanted.type = known == m_summaries.types.end() ? kNoType : std::uint32_t(known - m_summaries.types.begin());
    }
    if (!filter.reviewer.empty())
        wanted.reviewer = m_acts.placeOf(filter.reviewer);
    if (!filter.tag.empty())
        wanted.tag = m_acts.placeOf(filter.tag);
    const auto look = [&](const ItemSummary& item) {
        if (matches(item, filter, wanted))
            visit(item);
    };
    if (!found) {
        for (const ItemSummary& item : m_summaries.items)
            look(item);
        return;
    }
    for (const std::uint32_t number : *found)
        if (number < size())
            look(m_summaries.items[number]);
}

std::vector<std::uint32_t> ReviewIndex::queue(QueueOrder order, std::uint64_t seed, const ReviewFilter& filter,
                                              const std::vector<std::uint32_t>* found) const
{
    std::vector<std::uint64_t> numbers;
    numbers.reserve(found ? found->size() : size());
    forEachMatch(filter, found, [&](const ItemSummary& item) {
        numbers.push_back(keyed(queueKeyOf(item, order, seed), item.number));
    });
    return numbersByKey(std::move(numbers));
}

std::size_t ReviewIndex::count(const ReviewFilter& filter, const std::vector<std::uint32_t>* found) const
{
    std::size_t count = 0;
    forEachMatch(filter, found, [&](const ItemSummary&) { ++count; });
    return count;
}

ReviewCounts ReviewIndex::counts() const
{
    ReviewCounts counts = m_standings;
    counts.total = size();
    counts.undecided = counts.total - counts.accepted - counts.rejected - counts.unsure;
    std::vector<std::size_t> types(m_summaries.types.size());
    for (const ItemSummary& item : m_summaries.items) {
        ++types[item.type];
        counts.faulty += item.hasFault;
        counts.predicted += item.surprise >= 0 || item.entropy >= 0 || item.score >= 0;
        counts.peopleDisagree += item.dissent > 0;
        counts.modelRight += item.score >= kRightFrom;
        counts.modelWrong += item.score >= 0 && item.score < kRightFrom;
    }
    for (std::size_t i = 0; i < types.size(); ++i)
        counts.types[m_summaries.types[i]] = types[i];
    return counts;
}

bool ReviewIndex::isOpenTo(std::uint32_t number, std::uint32_t reviewer) const
{
    return verdictIn(m_states.at(number)) == Verdict::Undecided && !m_acts.isDecidedBy(number, reviewer);
}

std::vector<std::uint32_t> ReviewIndex::undecided(std::span<const std::uint32_t> queue, const std::string& reviewer,
                                                  std::size_t most) const
{
    const std::uint32_t place = m_acts.placeOf(reviewer);
    std::vector<std::uint32_t> open;
    for (std::size_t i = 0; i < queue.size() && open.size() < most; ++i)
        if (isOpenTo(queue[i], place))
            open.push_back(queue[i]);
    return open;
}

std::optional<std::uint32_t> ReviewIndex::step(std::uint32_t number, std::span<const std::uint32_t> queue,
                                               const QueueStep& step) const
{
    const std::uint32_t reviewer = m_acts.placeOf(step.reviewer);
    const auto size = std::ptrdiff_t(queue.size());
    const std::ptrdiff_t at = std::ranges::find(queue, number) - queue.begin();
    std::ptrdiff_t place = at < size ? at : step.backwards ? size : -1;
    for (std::ptrdiff_t left = at < size ? size - 1 : size; left > 0; --left) {
        place += step.backwards ? -1 : 1;
        if (place < 0 || place >= size) {
            if (!step.undecidedOnly)
                return std::nullopt;
            place = step.backwards ? size - 1 : 0;
        }
        const std::uint32_t next = queue[std::size_t(place)];
        if (!step.undecidedOnly || isOpenTo(next, reviewer))
            return next;
    }
    return std::nullopt;
}

} // namespace vbs
