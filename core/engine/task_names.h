#pragma once

#include "core/engine/inference_types.h"

#include <optional>
#include <string_view>
#include <vector>

namespace vbs {

/// How tasks are called in files: "vqa", "nlvr", "multiple_choice", "region_to_phrase", "masked_words",
/// "caption_match".
std::string_view nameOf(Task task);

/// nullopt for any other name.
std::optional<Task> taskNamed(std::string_view name);

/// All of them, in the order of the type.
std::vector<std::string_view> taskNames();

} // namespace vbs
