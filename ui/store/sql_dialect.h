#pragma once

#include <QString>
#include <QStringList>
#include <QVariantList>

namespace vbs {

/// Where SQLite and PostgreSQL differ in what they are told: full-text search. The tables' own statements stand in
/// review_schema.cpp.
struct SqlDialect {
    QString itemWords, commentWords; ///< insert what indexedWords gives
    QString findItems, findComments; ///< numbers of items; the value is of soughtWords
    QVariantList (*indexedWords)(qint64 number, const QStringList& texts);
    QString (*soughtWords)(const QString& typed); ///< "": nothing is sought
};

const SqlDialect& sqliteDialect();
const SqlDialect& postgresDialect();

} // namespace vbs
