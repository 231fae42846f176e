#include "core/review/review_index.h"

#include "core/base/error.h"
#include "core/base/splitmix.h"

#include <algorithm>
#include <array>
#include <limits>
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
    : m_summaries(std::move(summaries)), m_reviewersWanted(reviewersWanted)
{
    for (const Decision& decision : decisions) {
        if (decision.item >= size())
            throw Error(ErrorCode::CorruptData, "The project has a decision on an item that it does not have.");
        m_acts[decision.item].decisions.push_back(decision);
    }
    for (auto& [number, acts] : m_acts) {
        std::ranges::sort(acts.decisions, {}, &Decision::id);
        acts.standing = standingOf(acts.decisions, m_reviewersWanted);
    }
}

void ReviewIndex::apply(const Decision& decision)
{
    if (decision.item >= size())
        throw Error(ErrorCode::InvalidArgument,
                    "The project has no item number " + std::to_string(decision.item) + ".");
    Acts& acts = m_acts[decision.item];
    const auto at = std::ranges::lower_bound(acts.decisions, decision.id, {}, &Decision::id);
    if (at != acts.decisions.end() && at->id == decision.id)
        *at = decision;
    else
        acts.decisions.insert(at, decision);
    acts.standing = standingOf(acts.decisions, m_reviewersWanted);
}

void ReviewIndex::setPrediction(const Prediction& prediction)
{
    ItemSummary& item = m_summaries.items.at(prediction.item);
    item.surprise = float(prediction.surprise);
    item.entropy = float(prediction.entropy);
    item.score = float(prediction.score);
}

const Standing& ReviewIndex::standing(std::uint32_t number) const
{
    static const Standing untouched;
    const auto found = m_acts.find(number);
    return found == m_acts.end() ? untouched : found->second.standing;
}

const std::vector<Decision>& ReviewIndex::decisionsOf(std::uint32_t number) const
{
    static const std::vector<Decision> none;
    const auto found = m_acts.find(number);
    return found == m_acts.end() ? none : found->second.decisions;
}

bool ReviewIndex::matches(const ItemSummary& item, const ReviewFilter& filter, std::optional<std::uint32_t> type) const
{
    if ((type && item.type != *type) || !isAs(filter.faulty, item.hasFault) ||
        !isAs(filter.peopleDisagree, item.dissent > 0) ||
        (filter.modelRight && (item.score < 0 || *filter.modelRight != (item.score >= kRightFrom))))
        return false;
    const Standing& standing = this->standing(item.number);
    return isAs(filter.decided, standing.verdict != Verdict::Undecided) &&
           (!filter.verdict || *filter.verdict == standing.verdict) &&
           isAs(filter.corrected, !standing.correction.empty()) && isAs(filter.flagged, standing.flagged) &&
           isAs(filter.commented, standing.comments > 0) && isAs(filter.conflict, standing.conflict) &&
           (filter.tag.empty() || standing.tags.contains(filter.tag)) &&
           (filter.reviewer.empty() || std::ranges::count(standing.reviewers, filter.reviewer) > 0);
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
    // Sorted by what comes first, then by number: 64 bits each.
    std::vector<std::pair<double, std::uint32_t>> keyed;
    const auto keyOf = [&](const ItemSummary& item) -> double {
        switch (order) {
        case QueueOrder::MostSurprising:
            return -double(item.surprise);
        case QueueOrder::LeastCertain:
            return -double(item.entropy);
        case QueueOrder::PeopleDisagree:
            return -double(item.dissent);
        case QueueOrder::Random:
            return double(splitMix(seed, item.number) >> 11);
        case QueueOrder::ByPicture:
            return double(item.group);
        case QueueOrder::DataSet:
            break;
        }
        return 0;
    };
    forEachMatch(filter, found, [&](const ItemSummary& item) { keyed.emplace_back(keyOf(item), item.number); });
    if (order != QueueOrder::DataSet)
        std::ranges::sort(keyed);
    std::vector<std::uint32_t> numbers;
    numbers.reserve(keyed.size());
    for (const auto& [key, number] : keyed)
        numbers.push_back(number);
    return numbers;
}

std::size_t ReviewIndex::count(const ReviewFilter& filter, const std::vector<std::uint32_t>* found) const
{
    std::size_t count = 0;
    forEachMatch(filter, found, [&](const ItemSummary&) { ++count; });
    return count;
}

ReviewCounts ReviewIndex::counts() const
{
    ReviewCounts counts;
    counts.total = size();
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
    for (const auto& [number, acts] : m_acts) {
        const Standing& standing = acts.standing;
        counts.accepted += standing.verdict == Verdict::Accepted;
        counts.rejected += standing.verdict == Verdict::Rejected;
        counts.unsure += standing.verdict == Verdict::Unsure;
        counts.corrected += !standing.correction.empty();
        counts.flagged += standing.flagged;
        counts.commented += standing.comments > 0;
        counts.conflict += standing.conflict;
        for (const std::string& tag : standing.tags)
            ++counts.tags[tag];
        for (const std::string& reviewer : standing.reviewers)
            ++counts.reviewers[reviewer];
    }
    counts.undecided = counts.total - counts.accepted - counts.rejected - counts.unsure;
    return counts;
}

} // namespace vbs
