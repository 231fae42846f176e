#include "ui/store/sql_review_store.h"
#include "ui/store/sql_rows.h"
#include "ui/store/sql_text.h"

#include <QUuid>

namespace vbs {

namespace {

const QString kDecisionColumns =
    QStringLiteral("SELECT id, item, reviewer, time, kind, value, adjudicates, undone FROM decision ");

} // namespace

Decision decisionAt(const QSqlQuery& query, const std::string& name)
{
    Decision decision;
    decision.id = query.value(0).toLongLong();
    decision.item = query.value(1).toUInt();
    decision.reviewer = textAt(query, 2);
    decision.time = query.value(3).toLongLong();
    const auto kind = decisionKindNamed(textAt(query, 4));
    if (!kind)
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 has a decision of the unknown kind \"%2\".", name, textAt(query, 4)));
    decision.kind = *kind;
    decision.value = textAt(query, 5);
    decision.adjudicates = query.value(6).toInt() != 0;
    decision.undone = query.value(7).toInt() != 0;
    return decision;
}

std::string newToken()
{
    return QUuid::createUuid().toString(QUuid::Id128).toStdString();
}

Decision SqlReviewStore::add(const Decision& decision)
{
    Decision added = decision;
    added.undone = false;
    return addOnce(added, newToken());
}

Decision SqlReviewStore::addOnce(const Decision& decision, const std::string& token)
{
    SqlTransaction transaction(m_connection, beginActs());
    Decision stored = decision;
    QSqlQuery inserted = m_connection.run(
        QStringLiteral("INSERT INTO decision (item, reviewer, time, kind, value, adjudicates, undone, token) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (token) DO NOTHING RETURNING id"),
        {decision.item, toQt(decision.reviewer), qint64(decision.time), toQt(std::string(nameOf(decision.kind))),
         toQt(decision.value), decision.adjudicates ? 1 : 0, decision.undone ? 1 : 0, toQt(token)});
    if (inserted.next()) {
        stored.id = inserted.value(0).toLongLong();
        if (decision.kind == DecisionKind::Comment) {
            SqlRows words(m_connection, dialect().commentWords);
            words.add(dialect().indexedWords(qint64(stored.id), {toQt(decision.value)}));
            words.finish();
        }
    } else {
        QSqlQuery known =
            m_connection.run(QStringLiteral("SELECT id, undone FROM decision WHERE token = ?"), {toQt(token)});
        known.next();
        stored.id = known.value(0).toLongLong();
        if ((known.value(1).toInt() != 0) != decision.undone)
            m_connection.run(QStringLiteral("UPDATE decision SET undone = ? WHERE id = ?"),
                             {decision.undone ? 1 : 0, qint64(stored.id)});
    }
    inserted.finish();
    transaction.commit();
    return stored;
}

std::optional<Decision> SqlReviewStore::undo(const std::string& reviewer)
{
    return turn(QStringLiteral("SELECT max(id) FROM decision WHERE reviewer = ? AND undone = 0"), {toQt(reviewer)},
                true);
}

std::optional<Decision> SqlReviewStore::redo(const std::string& reviewer)
{
    return turn(QStringLiteral("SELECT min(id) FROM decision WHERE reviewer = ? AND undone = 1 AND id > "
                               "(SELECT coalesce(max(id), 0) FROM decision WHERE reviewer = ? AND undone = 0)"),
                {toQt(reviewer), toQt(reviewer)}, false);
}

std::optional<Decision> SqlReviewStore::turn(const QString& which, const QVariantList& values, bool undone)
{
    SqlTransaction transaction(m_connection, beginActs());
    QSqlQuery found = m_connection.run(which, values);
    if (!found.next() || found.isNull(0))
        return std::nullopt;
    const qint64 id = found.value(0).toLongLong();
    found.finish();
    m_connection.run(QStringLiteral("UPDATE decision SET undone = ? WHERE id = ?"), {undone ? 1 : 0, id});
    QSqlQuery query = m_connection.run(kDecisionColumns + "WHERE id = ?", {id});
    std::vector<Decision> turned = decisionsOf(query);
    query.finish();
    transaction.commit();
    return turned.at(0);
}

std::vector<Decision> SqlReviewStore::decisionsOf(QSqlQuery& query) const
{
    std::vector<Decision> decisions;
    while (query.next())
        decisions.push_back(decisionAt(query, m_connection.name()));
    return decisions;
}

void SqlReviewStore::forEachToken(const std::function<void(const Decision&, const std::string& token)>& visit) const
{
    QSqlQuery query = m_connection.run(QStringLiteral("SELECT id, item, reviewer, time, kind, value, adjudicates, "
                                                      "undone, token FROM decision ORDER BY id"));
    while (query.next())
        visit(decisionAt(query, m_connection.name()), textAt(query, 8));
}

std::vector<Decision> SqlReviewStore::decisions() const
{
    QSqlQuery query = m_connection.run(kDecisionColumns + "ORDER BY id");
    return decisionsOf(query);
}

std::vector<Decision> SqlReviewStore::decisionsOf(std::uint32_t item) const
{
    QSqlQuery query = m_connection.run(kDecisionColumns + "WHERE item = ? ORDER BY id", {item});
    return decisionsOf(query);
}

std::map<std::string, ReviewFilter> SqlReviewStore::filters() const
{
    std::map<std::string, ReviewFilter> filters;
    QSqlQuery query = m_connection.run(QStringLiteral("SELECT name, value FROM filter"));
    while (query.next())
        filters[textAt(query, 0)] = reviewFilterOfRecord(parseJson(textAt(query, 1), m_connection.name()));
    return filters;
}

void SqlReviewStore::setFilter(const std::string& name, const ReviewFilter& filter)
{
    m_connection.run(QStringLiteral("INSERT INTO filter (name, value) VALUES (?, ?) "
                                    "ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                     {toQt(name), toQt(jsonText(recordOf(filter), -1))});
}

void SqlReviewStore::removeFilter(const std::string& name)
{
    m_connection.run(QStringLiteral("DELETE FROM filter WHERE name = ?"), {toQt(name)});
}

std::string SqlReviewStore::note(const std::string& reviewer, const std::string& key) const
{
    QSqlQuery query = m_connection.run(QStringLiteral("SELECT value FROM note WHERE reviewer = ? AND key = ?"),
                                       {toQt(reviewer), toQt(key)});
    return query.next() ? textAt(query, 0) : "";
}

void SqlReviewStore::setNote(const std::string& reviewer, const std::string& key, const std::string& value)
{
    m_connection.run(QStringLiteral("INSERT INTO note (reviewer, key, value) VALUES (?, ?, ?) "
                                    "ON CONFLICT (reviewer, key) DO UPDATE SET value = excluded.value"),
                     {toQt(reviewer), toQt(key), toQt(value)});
}

} // namespace vbs
