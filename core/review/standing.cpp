#include "core/review/standing.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace vbs {

namespace {

constexpr std::array<std::string_view, 4> kVerdictNames{"undecided", "accepted", "rejected", "unsure"};

Verdict verdictOf(DecisionKind kind)
{
    return kind == DecisionKind::Reject   ? Verdict::Rejected
           : kind == DecisionKind::Unsure ? Verdict::Unsure
                                          : Verdict::Accepted;
}

/// What one reviewer thinks of an item, or several who decide in turn.
struct Opinion {
    Verdict verdict = Verdict::Undecided;
    std::string correction;
    std::int64_t last = 0; ///< id of the act that decided last

    void take(const Decision& decision)
    {
        verdict = verdictOf(decision.kind);
        if (decision.kind == DecisionKind::Correct)
            correction = decision.value;
        last = decision.id;
    }

    /// A correction that is not accepted changes nothing.
    bool agreesWith(const Opinion& other) const
    {
        return verdict == other.verdict && (verdict != Verdict::Accepted || correction == other.correction);
    }
};

void settle(Standing& standing, const Opinion& opinion)
{
    standing.verdict = opinion.verdict;
    standing.correction = opinion.correction;
}

} // namespace

std::string_view nameOf(Verdict verdict)
{
    return kVerdictNames.at(static_cast<std::size_t>(verdict));
}

std::optional<Verdict> verdictNamed(std::string_view name)
{
    const auto found = std::ranges::find(kVerdictNames, name);
    if (found == kVerdictNames.end())
        return std::nullopt;
    return static_cast<Verdict>(found - kVerdictNames.begin());
}

Standing standingOf(std::span<const Decision> decisions, int reviewersWanted)
{
    Standing standing;
    std::map<std::string, Opinion> opinions;
    std::optional<Opinion> last, adjudication; // of all
    const auto add = [](std::optional<Opinion>& opinion, const Decision& decision) {
        opinion = opinion.value_or(Opinion());
        opinion->take(decision);
    };
    for (const Decision& decision : decisions) {
        if (decision.undone)
            continue;
        switch (decision.kind) {
        case DecisionKind::Flag:
        case DecisionKind::Unflag:
            standing.flagged = decision.kind == DecisionKind::Flag;
            break;
        case DecisionKind::Tag:
            standing.tags.insert(decision.value);
            break;
        case DecisionKind::Untag:
            standing.tags.erase(decision.value);
            break;
        case DecisionKind::Comment:
            ++standing.comments;
            break;
        default:
            opinions[decision.reviewer].take(decision);
            add(last, decision);
            if (decision.adjudicates)
                add(adjudication, decision);
        }
    }
    std::vector<std::pair<std::string, Opinion>> inOrder(opinions.begin(), opinions.end());
    std::ranges::sort(inOrder, {}, [](const auto& item) { return item.second.last; });
    for (const auto& [reviewer, opinion] : inOrder)
        standing.reviewers.push_back(reviewer);
    if (adjudication) {
        settle(standing, *adjudication);
    } else if (last && reviewersWanted <= 1) {
        settle(standing, *last);
    } else if (last && inOrder.size() >= static_cast<std::size_t>(reviewersWanted)) {
        standing.conflict = std::ranges::any_of(
            inOrder, [&](const auto& item) { return !item.second.agreesWith(inOrder.front().second); });
        if (!standing.conflict)
            settle(standing, inOrder.front().second);
    }
    return standing;
}

} // namespace vbs
