#include "ui/store/review_schema.h"

#include <QStringList>

namespace vbs {

namespace {

constexpr int kApplicationId = 0x56425352; ///< "VBSR", in the file's head

/// What orders and filters need of an item lies apart from its text, so that all of it is read at once when a project
/// opens; likewise of predictions.
const QStringList& statements()
{
    static const QStringList all{
        QStringLiteral("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE item_type (type INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"),
        QStringLiteral("CREATE TABLE picture_group (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"),
        QStringLiteral("CREATE TABLE item (number INTEGER PRIMARY KEY, type INTEGER NOT NULL, "
                       "pictures INTEGER NOT NULL, dissent REAL NOT NULL, faulty INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX item_by_pictures ON item (pictures, number)"),
        QStringLiteral("CREATE TABLE item_record (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
                       "text TEXT NOT NULL, truth TEXT NOT NULL, record TEXT NOT NULL)"),
        QStringLiteral("CREATE VIRTUAL TABLE item_words USING fts5(text, truth, content='', "
                       "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"),
        QStringLiteral("CREATE TABLE prediction (model TEXT NOT NULL, item INTEGER NOT NULL, surprise REAL NOT NULL, "
                       "entropy REAL NOT NULL, score REAL NOT NULL, PRIMARY KEY (model, item)) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE prediction_record (model TEXT NOT NULL, item INTEGER NOT NULL, "
                       "fault TEXT NOT NULL, guess TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (model, item))"),
        QStringLiteral("CREATE TABLE decision (id INTEGER PRIMARY KEY AUTOINCREMENT, item INTEGER NOT NULL, "
                       "reviewer TEXT NOT NULL, time INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, "
                       "adjudicates INTEGER NOT NULL, undone INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX decision_by_item ON decision (item, id)"),
        QStringLiteral("CREATE INDEX decision_by_reviewer ON decision (reviewer, undone, id)"),
        QStringLiteral("CREATE VIRTUAL TABLE comment_words USING fts5(comment, content='', "
                       "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"),
        QStringLiteral("CREATE TABLE filter (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE note (reviewer TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, "
                       "PRIMARY KEY (reviewer, key)) WITHOUT ROWID"),
        // Acts are never changed or removed: not by a fault of ours, either.
        QStringLiteral("CREATE TRIGGER decisions_stay BEFORE DELETE ON decision "
                       "BEGIN SELECT RAISE(ABORT, 'decisions are never removed'); END"),
        QStringLiteral("CREATE TRIGGER decisions_are_undone_only BEFORE UPDATE OF id, item, reviewer, time, kind, "
                       "value, adjudicates ON decision "
                       "BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END"),
    };
    return all;
}

QStringList schemaOf(const SqlConnection& connection)
{
    QStringList schema;
    QSqlQuery query = connection.run(QStringLiteral("SELECT type, name, sql FROM sqlite_master ORDER BY name, type"));
    while (query.next())
        schema << query.value(0).toString() + ' ' + query.value(1).toString() + ' ' + query.value(2).toString();
    return schema;
}

int pragma(const SqlConnection& connection, const QString& name)
{
    QSqlQuery query = connection.run("PRAGMA " + name);
    return query.next() ? query.value(0).toInt() : 0;
}

} // namespace

void makeReviewTables(const SqlConnection& connection)
{
    SqlTransaction transaction(connection);
    for (const QString& statement : statements())
        connection.run(statement);
    connection.run(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
    connection.run(QStringLiteral("PRAGMA user_version = %1").arg(kReviewFormat));
    transaction.commit();
}

void checkReviewTables(const SqlConnection& connection)
{
    connection.run(QStringLiteral("PRAGMA trusted_schema = OFF"));
    if (pragma(connection, QStringLiteral("application_id")) != kApplicationId)
        throw Error(ErrorCode::CorruptData, connection.name() + " is no review project.");
    const int format = pragma(connection, QStringLiteral("user_version"));
    if (format > kReviewFormat) {
        throw Error(ErrorCode::UnsupportedFormat, connection.name() + " was made by a later version of this program (" +
                                                      std::to_string(format) + ", this one knows " +
                                                      std::to_string(kReviewFormat) + "): use that version.");
    }
    static const QStringList expected = [] {
        const SqlConnection memory(":memory:", SqlConnection::Mode::Create);
        makeReviewTables(memory);
        return schemaOf(memory);
    }();
    if (schemaOf(connection) != expected)
        throw Error(ErrorCode::CorruptData, connection.name() + " is no review project of this program: its tables are "
                                                                "not the ones that a project has.");
}

} // namespace vbs
