#include "ui/store/review_schema.h"

#include "ui/store/review_statements.h"

namespace vbs {

namespace {

constexpr int kApplicationId = 0x56425352; ///< "VBSR", in the file's head

void takeSteps(const SqlConnection& connection, int from, int to)
{
    for (int format = from + 1; format <= to; ++format)
        for (const QString& statement : connection.isServer() ? serverStep(format) : fileStep(format))
            connection.run(statement);
    if (connection.isServer())
        connection.run(QStringLiteral("INSERT INTO meta (key, value) VALUES ('format', ?) "
                                      "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                       {QString::number(to)});
    else
        connection.run(QStringLiteral("PRAGMA user_version = %1").arg(to));
}

/// The tables that full-text search makes for itself; their text is its own affair, and changes with its versions.
bool isShadow(const QString& name)
{
    return name.startsWith(u"item_words_") || name.startsWith(u"comment_words_");
}

QStringList schemaOf(const SqlConnection& connection)
{
    QStringList schema;
    QSqlQuery query = connection.run(QStringLiteral("SELECT type, name, sql FROM sqlite_master ORDER BY name, type"));
    while (query.next()) {
        const QString name = query.value(1).toString();
        schema << query.value(0).toString() + ' ' + name + ' ' + (isShadow(name) ? "" : query.value(2).toString());
    }
    return schema;
}

QStringList expectedSchema(int format)
{
    const SqlConnection memory(":memory:", SqlConnection::Mode::Create);
    makeReviewTables(memory, format);
    return schemaOf(memory);
}

int pragma(const SqlConnection& connection, const QString& name)
{
    QSqlQuery query = connection.run("PRAGMA " + name);
    return query.next() ? query.value(0).toInt() : 0;
}

void checkFormat(const SqlConnection& connection, int format)
{
    if (format > kReviewFormat) {
        throw Error(
            ErrorCode::UnsupportedFormat,
            sentence("%1 was made by a later version of this program (%2, this one knows %3): use that version.",
                     connection.name(), format, kReviewFormat));
    }
    if (format < 1)
        throw Error(ErrorCode::CorruptData, sentence("%1 is no review project.", connection.name()));
}

void checkSchema(const SqlConnection& connection, int format)
{
    static const QStringList current = expectedSchema(kReviewFormat);
    if (schemaOf(connection) != (format == kReviewFormat ? current : expectedSchema(format)))
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 is no review project of this program: its tables are not the ones that a project has.",
                             connection.name()));
}

void checkServer(const SqlConnection& connection)
{
    const QString project = QString::fromStdString(connection.server().project);
    QSqlQuery found = connection.run(QStringLiteral("SELECT to_regclass(quote_ident(?) || '.meta') IS NOT NULL, "
                                                    "to_regclass(quote_ident(?) || '.decision') IS NOT NULL "
                                                    "FROM pg_namespace WHERE nspname = ?"),
                                     {project, project, project});
    if (!found.next())
        throw Error(ErrorCode::FileNotFound, sentence("%1 does not exist.", connection.name()));
    if (!found.value(0).toBool() || !found.value(1).toBool())
        throw Error(ErrorCode::CorruptData, sentence("%1 is no review project.", connection.name()));
    QSqlQuery format = connection.run(QStringLiteral("SELECT value FROM meta WHERE key = 'format'"));
    checkFormat(connection, format.next() ? format.value(0).toInt() : 0);
}

} // namespace

void makeReviewTables(const SqlConnection& connection, int format)
{
    SqlTransaction transaction(connection);
    takeSteps(connection, 0, format);
    if (!connection.isServer())
        connection.run(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
    transaction.commit();
}

void checkReviewTables(const SqlConnection& connection)
{
    if (connection.isServer())
        return checkServer(connection);
    connection.run(QStringLiteral("PRAGMA trusted_schema = OFF"));
    if (pragma(connection, QStringLiteral("application_id")) != kApplicationId)
        throw Error(ErrorCode::CorruptData, sentence("%1 is no review project.", connection.name()));
    int format = pragma(connection, QStringLiteral("user_version"));
    checkFormat(connection, format);
    if (format < kReviewFormat) {
        SqlTransaction transaction(connection);
        format = pragma(connection, QStringLiteral("user_version")); // another program may have been faster
        checkFormat(connection, format);
        checkSchema(connection, format);
        takeSteps(connection, format, kReviewFormat);
        transaction.commit();
    }
    checkSchema(connection, kReviewFormat);
}

} // namespace vbs
