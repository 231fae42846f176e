#include "ui/store/team_file.h"

#include "core/review/review_team.h"
#include "ui/store/sql_text.h"

#include <array>

namespace vbs {

namespace {

const QString kWaitingColumns =
    QStringLiteral("SELECT id, token, item, reviewer, time, kind, value, adjudicates, undone FROM waiting ");

TeamFile::Waiting waitingAt(const QSqlQuery& query)
{
    TeamFile::Waiting waiting;
    waiting.token = textAt(query, 1);
    Decision& decision = waiting.decision;
    decision.id = kFirstWaitingId + query.value(0).toLongLong();
    decision.item = query.value(2).toUInt();
    decision.reviewer = textAt(query, 3);
    decision.time = query.value(4).toLongLong();
    decision.kind = decisionKindNamed(textAt(query, 5)).value();
    decision.value = textAt(query, 6);
    decision.adjudicates = query.value(7).toInt() != 0;
    decision.undone = query.value(8).toInt() != 0;
    return waiting;
}

std::filesystem::path withFolder(const std::filesystem::path& file)
{
    std::error_code code;
    std::filesystem::create_directories(file.parent_path(), code);
    if (code)
        throw Error(ErrorCode::FileUnwritable,
                    sentence("%1 cannot be made: %2.", file.parent_path().string(), code.message()));
    return file;
}

} // namespace

TeamFile::TeamFile(const std::filesystem::path& file) : m_connection(withFolder(file), SqlConnection::Mode::Create)
{
    m_connection.run(QStringLiteral("PRAGMA trusted_schema = OFF"));
    m_connection.run(QStringLiteral("PRAGMA journal_mode = WAL"));
    m_connection.run(QStringLiteral("PRAGMA synchronous = FULL"));
    SqlTransaction transaction(m_connection);
    m_connection.run(QStringLiteral(
        "CREATE TABLE IF NOT EXISTS waiting (id INTEGER PRIMARY KEY AUTOINCREMENT, token TEXT NOT NULL, item INTEGER "
        "NOT NULL, reviewer TEXT NOT NULL, time INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('accept', "
        "'reject', 'unsure', 'correct', 'flag', 'unflag', 'tag', 'untag', 'comment')), value TEXT NOT NULL, "
        "adjudicates INTEGER NOT NULL, undone INTEGER NOT NULL)"));
    m_connection.run(QStringLiteral("CREATE TABLE IF NOT EXISTS place (role TEXT PRIMARY KEY, path TEXT NOT NULL)"));
    transaction.commit();
}

Decision TeamFile::add(const Decision& decision, const std::string& token)
{
    QSqlQuery inserted = m_connection.run(
        QStringLiteral("INSERT INTO waiting (token, item, reviewer, time, kind, value, adjudicates, undone) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, 0)"),
        {toQt(token), decision.item, toQt(decision.reviewer), qint64(decision.time),
         toQt(std::string(nameOf(decision.kind))), toQt(decision.value), decision.adjudicates ? 1 : 0});
    Decision waiting = decision;
    waiting.id = kFirstWaitingId + inserted.lastInsertId().toLongLong();
    waiting.undone = false;
    return waiting;
}

std::optional<TeamFile::Waiting> TeamFile::first() const
{
    QSqlQuery query = m_connection.run(kWaitingColumns + "ORDER BY id LIMIT 1");
    if (!query.next())
        return std::nullopt;
    return waitingAt(query);
}

std::vector<Decision> TeamFile::of(const std::string& reviewer) const
{
    std::vector<Decision> decisions;
    QSqlQuery query = m_connection.run(kWaitingColumns + "WHERE reviewer = ? ORDER BY id", {toQt(reviewer)});
    while (query.next())
        decisions.push_back(waitingAt(query).decision);
    return decisions;
}

std::size_t TeamFile::count() const
{
    QSqlQuery query = m_connection.run(QStringLiteral("SELECT count(*) FROM waiting"));
    return query.next() ? query.value(0).toULongLong() : 0;
}

void TeamFile::setUndone(const Decision& decision, bool undone)
{
    m_connection.run(QStringLiteral("UPDATE waiting SET undone = ? WHERE id = ?"),
                     {undone ? 1 : 0, qint64(decision.id - kFirstWaitingId)});
}

void TeamFile::remove(const Waiting& sent)
{
    m_connection.run(QStringLiteral("DELETE FROM waiting WHERE id = ? AND undone = ?"),
                     {qint64(sent.decision.id - kFirstWaitingId), sent.decision.undone ? 1 : 0});
}

DatasetFiles TeamFile::files() const
{
    DatasetFiles files;
    QSqlQuery query = m_connection.run(QStringLiteral("SELECT role, path FROM place"));
    while (query.next()) {
        const QString role = query.value(0).toString();
        (role == u"dataset"       ? files.dataset
         : role == u"annotations" ? files.annotations
                                  : files.images) = textAt(query, 1);
    }
    return files;
}

void TeamFile::setFiles(const DatasetFiles& files)
{
    SqlTransaction transaction(m_connection);
    const std::array<std::pair<const char*, std::filesystem::path>, 3> places{
        {{"dataset", files.dataset}, {"annotations", files.annotations}, {"images", files.images}}};
    for (const auto& [role, path] : places) {
        m_connection.run(QStringLiteral("DELETE FROM place WHERE role = ?"), {QString::fromLatin1(role)});
        if (!path.empty())
            m_connection.run(QStringLiteral("INSERT INTO place (role, path) VALUES (?, ?)"),
                             {QString::fromLatin1(role), toQt(std::filesystem::absolute(path).string())});
    }
    transaction.commit();
}

} // namespace vbs
