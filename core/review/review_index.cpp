#include "core/review/review_index.h"

#include "core/base/error.h"
#include "core/base/splitmix.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <type_traits>
#include <utility>

namespace vbs {

namespace {

constexpr std::array<std::string_view, kQueueOrders> kOrderNames{"data-set",        "most-surprising", "least-certain",
                                                                 "people-disagree", "random",          "by-picture"};

constexpr float kRightFrom = .5f; ///< a score from which on the model counts as right

/// No type of the project.
constexpr std::uint32_t kNoType = std::numeric_limits<std::uint32_t>::max();

bool isAs(const std::optional<bool>& wanted, bool is)
{
    return !wanted || *wanted == is;
}

/// Whether a filter asks for anything that reviewers did.
bool asksForStanding(const ReviewFilter& filter)
{
    return filter.decided || filter.verdict || filter.corrected || filter.flagged || filter.commented ||
           filter.conflict || !filter.tag.empty() || !filter.reviewer.empty();
}

/// Whether an item stands as a filter asks.
bool stands(const Standing& standing, const ReviewFilter& filter)
{
    return isAs(filter.decided, standing.verdict != Verdict::Undecided) &&
           (!filter.verdict || *filter.verdict == standing.verdict) &&
           isAs(filter.corrected, !standing.correction.empty()) && isAs(filter.flagged, standing.flagged) &&
           isAs(filter.commented, standing.comments > 0) && isAs(filter.conflict, standing.conflict) &&
           (filter.tag.empty() || standing.tags.contains(filter.tag)) &&
           (filter.reviewer.empty() || std::ranges::count(standing.reviewers, filter.reviewer) > 0);
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

/// A value as a whole number whose order is that of the values turned round: the largest comes first. What is not
/// known (negative, or not a number) comes last.
std::uint32_t largestFirst(float value)
{
    if (!(value >= 0))
        return std::numeric_limits<std::uint32_t>::max();
    // The bits of floats of one sign are ordered as the floats are; + 0 makes -0 the other zero.
    return std::numeric_limits<std::uint32_t>::max() - 1 - std::bit_cast<std::uint32_t>(value + 0.f);
}

/// What comes first in an order that is neither the data set's nor random has the smaller key.
std::uint32_t keyOf(const ItemSummary& item, QueueOrder order)
{
    return order == QueueOrder::MostSurprising   ? largestFirst(item.surprise)
           : order == QueueOrder::LeastCertain   ? largestFirst(item.entropy)
           : order == QueueOrder::PeopleDisagree ? largestFirst(item.dissent)
                                                 : item.group;
}

/// The numbers of what was keyed, by key and then by number.
template <typename Keyed> std::vector<std::uint32_t> inOrder(std::vector<Keyed> keyed)
{
    std::ranges::sort(keyed);
    std::vector<std::uint32_t> numbers(keyed.size());
    std::ranges::transform(keyed, numbers.begin(), [](const Keyed& one) {
        if constexpr (std::is_same_v<Keyed, std::uint64_t>)
            return std::uint32_t(one);
        else
            return one.second;
    });
    return numbers;
}

} // namespace

std::string_view nameOf(QueueOrder order)
{
    return kOrderNames.at(static_cast<std::size_t>(order));
}

std::optional<QueueOrder> queueOrderNamed(std::string_view name)
{
    const auto found = std::ranges::find(kOrderNames, name);
    if (found == kOrderNames.end())
        return std::nullopt;
    return static_cast<QueueOrder>(found - kOrderNames.begin());
}

ReviewIndex::ReviewIndex(ReviewSummaries summaries, const std::vector<Decision>& decisions, int reviewersWanted)
    : m_summaries(std::move(summaries)), m_actsOf(m_summaries.items.size()), m_reviewersWanted(reviewersWanted)
{
    for (const Decision& decision : decisions) {
        if (decision.item >= size())
            throw Error(ErrorCode::CorruptData, "The project has a decision on an item that it does not have.");
        m_actsOf[decision.item] = 1;
    }
    // Those of neighbours beside one another: queues go through them in order.
    for (std::uint32_t number = 0; number < size(); ++number)
        if (std::exchange(m_actsOf[number], 0) != 0)
            actsToChange(number);
    for (const Decision& decision : decisions)
        actsToChange(decision.item).decisions.push_back(decision);
    for (Acts& acts : m_acts) {
        std::ranges::sort(acts.decisions, {}, &Decision::id);
        settle(acts);
    }
}

void ReviewIndex::settle(Acts& acts)
{
    tally(m_standings, acts.standing, false);
    acts.standing = standingOf(acts.decisions, m_reviewersWanted);
    tally(m_standings, acts.standing, true);
}

void ReviewIndex::apply(const Decision& decision)
{
    if (decision.item >= size())
        throw Error(ErrorCode::InvalidArgument,
                    "The project has no item number " + std::to_string(decision.item) + ".");
    Acts& acts = actsToChange(decision.item);
    const auto at = std::ranges::lower_bound(acts.decisions, decision.id, {}, &Decision::id);
    if (at != acts.decisions.end() && at->id == decision.id)
        *at = decision;
    else
        acts.decisions.insert(at, decision);
    settle(acts);
}

void ReviewIndex::setPrediction(const Prediction& prediction)
{
    ItemSummary& item = m_summaries.items.at(prediction.item);
    item.surprise = float(prediction.surprise);
    item.entropy = float(prediction.entropy);
    item.score = float(prediction.score);
}

const ReviewIndex::Acts* ReviewIndex::actsOf(std::uint32_t number) const
{
    const std::uint32_t place = number < size() ? m_actsOf[number] : 0;
    return place == 0 ? nullptr : &m_acts[place - 1];
}

ReviewIndex::Acts& ReviewIndex::actsToChange(std::uint32_t number)
{
    std::uint32_t& place = m_actsOf[number];
    if (place == 0) {
        m_acts.emplace_back();
        place = std::uint32_t(m_acts.size());
    }
    return m_acts[place - 1];
}

const Standing& ReviewIndex::standing(std::uint32_t number) const
{
    static const Standing untouched;
    const Acts* acts = actsOf(number);
    return acts ? acts->standing : untouched;
}

const std::vector<Decision>& ReviewIndex::decisionsOf(std::uint32_t number) const
{
    static const std::vector<Decision> none;
    const Acts* acts = actsOf(number);
    return acts ? acts->decisions : none;
}

bool ReviewIndex::matches(const ItemSummary& item, const ReviewFilter& filter, std::optional<std::uint32_t> type) const
{
    if ((type && item.type != *type) || !isAs(filter.faulty, item.hasFault) ||
        !isAs(filter.peopleDisagree, item.dissent > 0) ||
        (filter.modelRight && (item.score < 0 || *filter.modelRight != (item.score >= kRightFrom))))
        return false;
    return !asksForStanding(filter) || stands(standing(item.number), filter);
}

template <typename Visit>
void ReviewIndex::forEachMatch(const ReviewFilter& filter, const std::vector<std::uint32_t>* found, Visit&& visit) const
{
    std::optional<std::uint32_t> type;
    if (filter.type) {
        const auto known = std::ranges::find(m_summaries.types, *filter.type);
        type = known == m_summaries.types.end() ? kNoType : std::uint32_t(known - m_summaries.types.begin());
    }
    const auto look = [&](const ItemSummary& item) {
        if (matches(item, filter, type))
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
    if (order == QueueOrder::DataSet) {
        std::vector<std::uint32_t> numbers;
        forEachMatch(filter, found, [&](const ItemSummary& item) { numbers.push_back(item.number); });
        return numbers;
    }
    if (order == QueueOrder::Random) {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
        forEachMatch(filter, found,
                     [&](const ItemSummary& item) { keyed.emplace_back(splitMix(seed, item.number), item.number); });
        return inOrder(std::move(keyed));
    }
    std::vector<std::uint64_t> keyed; // the key above, the number below, which sorts faster than pairs do
    forEachMatch(filter, found, [&](const ItemSummary& item) {
        keyed.push_back(std::uint64_t(keyOf(item, order)) << 32 | item.number);
    });
    return inOrder(std::move(keyed));
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

} // namespace vbs
