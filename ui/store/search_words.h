#pragma once

#include <QString>

namespace vbs {

/// What a user typed as an expression of SQLite's full-text search: all of its words, each the beginning of a word
/// that is sought. Operators and quotes mean nothing. Empty when nothing is sought.
QString searchExpression(const QString& typed);

} // namespace vbs
