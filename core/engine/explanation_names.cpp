#include "core/engine/explanation_names.h"

#include <array>
#include <utility>

namespace vbs {

namespace {

constexpr std::array<std::pair<ExplanationMethod, std::string_view>, 5> kNames = {{
    {ExplanationMethod::None, "none"},
    {ExplanationMethod::Attention, "attention"},
    {ExplanationMethod::Rollout, "rollout"},
    {ExplanationMethod::Relevance, "relevance"},
    {ExplanationMethod::Occlusion, "occlusion"},
}};

} // namespace

std::string_view nameOf(ExplanationMethod method)
{
    for (const auto& [candidate, name] : kNames)
        if (candidate == method)
            return name;
    return {};
}

std::optional<ExplanationMethod> explanationMethodNamed(std::string_view name)
{
    for (const auto& [method, candidate] : kNames)
        if (candidate == name)
            return method;
    return std::nullopt;
}

std::vector<std::string_view> explanationMethodNames()
{
    std::vector<std::string_view> names;
    for (const auto& [method, name] : kNames)
        if (method != ExplanationMethod::None)
            names.push_back(name);
    return names;
}

} // namespace vbs
