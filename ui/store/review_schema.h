#pragma once

#include "ui/store/sql_connection.h"

namespace vbs {

/// What the tables of a project look like; written into the project, so that later versions know. Format 2 gave each
/// act a token, by which copies of a project know it again.
inline constexpr int kReviewFormat = 2;

/// Makes the tables in an empty file, or a schema with them on a server. @param format an older one, for tests; servers
/// have had them since format 2.
/// @throws Error (InvalidArgument) when the server has a schema of that name.
void makeReviewTables(const SqlConnection& connection, int format = kReviewFormat);

/// Proves that a file is a project, and holds nothing else: a trigger or a view in a file from somewhere else would run
/// when the file is read. An older project is brought to this version's format, wholly or not at all, also when the
/// power fails. On a server, whose triggers run there and nowhere else, only the format is looked at.
/// @throws Error (FileNotFound, CorruptData, UnsupportedFormat) naming the project.
void checkReviewTables(const SqlConnection& connection);

} // namespace vbs
