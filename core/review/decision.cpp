#include "core/review/decision.h"

#include <array>
#include <ctime>

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

std::string utcTime(std::int64_t milliseconds)
{
    const std::time_t seconds = static_cast<std::time_t>(milliseconds / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text.data();
}

} // namespace vbs
