#pragma once

#include "core/datasets/json_record.h"

#include <filesystem>
#include <functional>

namespace vbs {

/// Visits every record of a file that holds one JSON object a line, or one array of objects; the first character that
/// is no white space decides, never the name. Records of a line are called "line 3" in errors, those of an array
/// "[2]". Empty lines are passed over. A line may have 16 MB and a file 4 GB; lines are read one at a time.
/// @throws Error naming file and line: FileNotFound, FileUnreadable, TooLarge, CorruptData; what visit throws.
void forEachJsonRecord(const std::filesystem::path& path, const std::function<void(const JsonRecord&)>& visit);

} // namespace vbs
