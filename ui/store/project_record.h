#pragma once

#include "core/base/json.h"
#include "core/review/review_project.h"

namespace vbs {

/// What a project knows of itself, as its store keeps it. Paths stand by where they lead from the project's folder,
/// too, so that both may move together.
OrderedJson recordOf(const ReviewProject& project, const std::filesystem::path& folder);

/// @param name of the project's file, for messages. @throws Error (CorruptData).
ReviewProject reviewProjectOfRecord(const Json& record, const std::filesystem::path& folder, const std::string& name);

} // namespace vbs
