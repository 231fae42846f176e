#pragma once

#include <QString>

namespace vbs {

/// What a user typed as an expression of SQLite's full-text search: all of its words, each the beginning of a word
/// that is sought. Operators and quotes mean nothing. Empty when nothing is sought.
QString searchExpression(const QString& typed);

/// The same for PostgreSQL, a tsquery.
QString wordQuery(const QString& typed);

/// The words of a text as a tsvector: without accents and case, each once. Of a very long text its first words.
QString wordVector(const QString& text);

} // namespace vbs
