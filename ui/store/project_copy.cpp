#include "ui/store/project_copy.h"

#include "ui/store/sql_rows.h"
#include "ui/store/sql_text.h"

#include <map>

namespace vbs {

namespace {

struct CopiedTable {
    QString name;
    QStringList columns;
    QString order;
};

const std::vector<CopiedTable>& copiedTables()
{
    static const std::vector<CopiedTable> tables{
        {QStringLiteral("item_type"), {"type", "name"}, QStringLiteral("type")},
        {QStringLiteral("picture_group"), {"number", "name"}, QStringLiteral("number")},
        {QStringLiteral("item"), {"number", "type", "pictures", "dissent", "faulty"}, QStringLiteral("number")},
        {QStringLiteral("item_record"), {"number", "text", "truth", "id", "record"}, QStringLiteral("number")},
        {QStringLiteral("prediction"),
         {"model", "item", "surprise", "entropy", "score"},
         QStringLiteral("model, item")},
        {QStringLiteral("prediction_record"),
         {"model", "item", "fault", "guess", "result"},
         QStringLiteral("model, item")},
        {QStringLiteral("decision"),
         {"id", "item", "reviewer", "time", "kind", "value", "adjudicates", "undone", "token"},
         QStringLiteral("id")},
        {QStringLiteral("filter"), {"name", "value"}, QStringLiteral("name")},
        {QStringLiteral("note"), {"reviewer", "key", "value"}, QStringLiteral("reviewer, key")},
    };
    return tables;
}

/// The rows of a query, some in memory at a time. On a server within a transaction.
void forEachRow(const SqlConnection& connection, const QString& select, const std::function<void(QSqlQuery&)>& visit)
{
    if (!connection.isServer()) {
        QSqlQuery query = connection.run(select);
        while (query.next())
            visit(query);
        return;
    }
    connection.run("DECLARE copied NO SCROLL CURSOR FOR " + select);
    for (bool more = true; more;) {
        QSqlQuery query = connection.run(QStringLiteral("FETCH 2000 FROM copied"));
        more = query.size() > 0;
        while (query.next())
            visit(query);
    }
    connection.run(QStringLiteral("CLOSE copied"));
}

/// The words of a row, which each database keeps in its own way.
void addWords(const CopiedTable& table, const QVariantList& row, const SqlDialect& dialect, SqlRows& items,
              SqlRows& comments)
{
    if (table.name == u"item_record")
        items.add(dialect.indexedWords(row[0].toLongLong(), {row[1].toString(), row[2].toString()}));
    if (table.name == u"decision" && row[4].toString() == u"comment")
        comments.add(dialect.indexedWords(row[0].toLongLong(), {row[5].toString()}));
}

void copyTable(const CopiedTable& table, const SqlConnection& from, const SqlReviewStore& to, const JobControl& control)
{
    const QString columns = table.columns.join(QStringLiteral(", "));
    SqlRows rows(to.connection(), "INSERT INTO " + table.name + " (" + columns + ") VALUES ");
    SqlRows items(to.connection(), to.dialect().itemWords), comments(to.connection(), to.dialect().commentWords);
    forEachRow(from, "SELECT " + columns + " FROM " + table.name + " ORDER BY " + table.order, [&](QSqlQuery& query) {
        control.throwIfStopped();
        QVariantList row;
        for (int i = 0; i < int(table.columns.size()); ++i)
            row << query.value(i);
        rows.add(row);
        addWords(table, row, to.dialect(), items, comments);
    });
    for (SqlRows* copied : {&rows, &items, &comments})
        copied->finish();
}

} // namespace

void copyTables(const SqlReviewStore& from, SqlReviewStore& to, const JobControl& control)
{
    const SqlConnection& source = from.connection();
    // One moment of the source, while others go on with it.
    const SqlTransaction moment(source, source.isServer() ? QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ")
                                                          : QStringLiteral("BEGIN"));
    SqlTransaction transaction(to.connection());
    to.setProject(from.project());
    double done = 0;
    for (const CopiedTable& table : copiedTables()) {
        control.report("Copying the project", done++ / double(copiedTables().size()));
        copyTable(table, source, to, control);
    }
    if (to.connection().isServer()) // SQLite goes on from the greatest id by itself
        to.connection().run(QStringLiteral("SELECT setval(pg_get_serial_sequence('decision', 'id'), max(id)) "
                                           "FROM decision HAVING max(id) IS NOT NULL"));
    transaction.commit();
}

MergeReport mergeActs(const SqlReviewStore& from, SqlReviewStore& into)
{
    MergeReport report;
    const auto transaction = into.beginChange();
    std::map<std::string, Decision> there;
    into.forEachToken([&](const Decision& act, const std::string& token) { there[token] = act; });
    from.forEachToken([&](const Decision& act, const std::string& token) {
        const auto known = there.find(token);
        if (known != there.end()) {
            if (act.undone && !known->second.undone) {
                into.addOnce(act, token);
                ++report.undone;
            }
            return;
        }
        const auto line = from.lines(std::vector{act.item});
        const auto item = line.empty() ? std::nullopt : into.numberOf(line.front().id);
        if (!item) {
            ++report.unknown;
            return;
        }
        Decision added = act;
        added.item = *item;
        into.addOnce(added, token);
        ++report.added;
    });
    transaction->commit();
    return report;
}

} // namespace vbs
