#pragma once

#include "core/engine/inference_types.h"

#include <optional>
#include <string_view>
#include <vector>

namespace vbs {

/// How methods are called on the command line and in files: "attention", "rollout", "relevance", "occlusion"; "none".
std::string_view nameOf(ExplanationMethod method);

/// nullopt for any other name.
std::optional<ExplanationMethod> explanationMethodNamed(std::string_view name);

/// The names of all methods that explain, without "none", in the order of the type.
std::vector<std::string_view> explanationMethodNames();

} // namespace vbs
