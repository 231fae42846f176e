#include "core/review/decision.h"

#include <array>

namespace vbs {

namespace {

constexpr std::array<std::string_view, 9> kDecisionNames{"accept", "reject", "unsure", "correct", "flag",
                                                         "unflag", "tag",    "untag",  "comment"};

} // namespace

bool decides(DecisionKind kind)
{
    return kind <= DecisionKind::Correct;
}

std::string_view nameOf(DecisionKind kind)
{
    return kDecisionNames.at(static_cast<std::size_t>(kind));
}

std::optional<DecisionKind> decisionKindNamed(std::string_view name)
{
    for (std::size_t i = 0; i < kDecisionNames.size(); ++i)
        if (kDecisionNames[i] == name)
            return static_cast<DecisionKind>(i);
    return std::nullopt;
}

} // namespace vbs
