#pragma once

#include "ui/store/sql_connection.h"

namespace vbs {

/// What the tables of a project look like; written into the file, so that later versions know.
inline constexpr int kReviewFormat = 1;

/// Makes the tables in an empty file.
void makeReviewTables(const SqlConnection& connection);

/// Proves that the file is a project of this version, and holds nothing else: a trigger or a view in a file from
/// somewhere else would run when the file is read.
/// @throws Error (CorruptData, UnsupportedFormat) naming the file.
void checkReviewTables(const SqlConnection& connection);

} // namespace vbs
