#include "ui/store/server_review_store.h"

#include "core/base/hash.h"
#include "ui/store/review_schema.h"
#include "ui/store/sql_text.h"

#include <algorithm>

namespace vbs {

namespace {

/// Locks are numbers that all of a server's programs share: ours begin with "VBSR".
constexpr qint64 kLockOfActs = qint64(0x56425352) << 32;

qint64 numberFrom(const SqlConnection& connection, const QString& statement)
{
    QSqlQuery query = connection.run(statement);
    return query.next() ? query.value(0).toLongLong() : 0;
}

} // namespace

ServerReviewStore::ServerReviewStore(const ServerAddress& server, const TeamSettings& settings)
    : SqlReviewStore(server, settings.patience), m_settings(settings)
{
    checkReviewTables(m_connection);
    m_table = numberFrom(m_connection, QStringLiteral("SELECT 'decision'::regclass::oid::bigint"));
    m_seen = numberFrom(m_connection, QStringLiteral("SELECT coalesce(max(change), 0) FROM decision"));
    if (!settings.folder.empty())
        m_file = std::make_unique<TeamFile>(settings.folder / (sha256(server.name()).substr(0, 16) + ".vbsteam"));
    known();
}

ServerReviewStore::ServerReviewStore(const ServerAddress& server) : SqlReviewStore(server, {}) {}

void ServerReviewStore::make(const ServerAddress& server, const std::function<void(SqlReviewStore&)>& fill)
{
    ServerReviewStore store(server);
    SqlTransaction transaction(store.m_connection);
    store.m_connection.run("CREATE SCHEMA " + quotedName(server.project));
    makeReviewTables(store.m_connection);
    store.m_table = numberFrom(store.m_connection, QStringLiteral("SELECT 'decision'::regclass::oid::bigint"));
    fill(store);
    transaction.commit();
    // Otherwise the server plans as if the tables were small until it finds the time.
    store.m_connection.run(QStringLiteral("ANALYZE item, item_record, item_words, prediction, prediction_record, "
                                          "decision, comment_words"));
}

QString ServerReviewStore::beginActs() const
{
    // One after the other: so ids and changes come into sight in their order, and none is passed over for ever.
    return QStringLiteral("BEGIN; SELECT pg_advisory_xact_lock(%1)").arg(kLockOfActs + m_table);
}

void ServerReviewStore::place(ReviewProject& project) const
{
    if (!m_file)
        return;
    const DatasetFiles here = m_file->files();
    const auto put = [](std::filesystem::path& path, const std::filesystem::path& other) {
        if (!other.empty())
            path = other;
    };
    put(project.files.dataset, here.dataset);
    put(project.files.annotations, here.annotations);
    put(project.files.images, here.images);
    for (SourceFile& source : project.sources)
        put(source.path, source.role == "dataset" ? here.dataset : here.annotations);
}

void ServerReviewStore::setProject(const ReviewProject& project)
{
    // Where files lie on this computer is nothing to the others.
    ReviewProject shared = project;
    if (m_file && m_file->files() != DatasetFiles()) {
        const ReviewProject there = storedProject();
        shared.files = there.files;
        for (SourceFile& source : shared.sources)
            for (const SourceFile& other : there.sources)
                if (other.role == source.role)
                    source.path = other.path;
    }
    SqlReviewStore::setProject(shared);
}

void ServerReviewStore::setFilesHere(const DatasetFiles& files)
{
    if (!m_file)
        throw Error(ErrorCode::InvalidArgument, sentence("%1 keeps nothing on this computer.", m_connection.name()));
    m_file->setFiles(files);
    project();
}

Decision ServerReviewStore::add(const Decision& decision)
{
    const std::string token = newToken();
    Decision added = decision;
    added.undone = false;
    for (bool again = isConnected();; again = false) {
        try {
            sendWaiting();
            return addOnce(added, token);
        } catch (const ConnectionLost&) {
            if (again) // the server may be back already; the token keeps the act single
                continue;
            if (!m_file)
                throw;
            return m_file->add(added, token);
        }
    }
}

void ServerReviewStore::sendWaiting()
{
    while (const auto next = m_file ? m_file->first() : std::nullopt) {
        const Decision stored = addOnce(next->decision, next->token);
        const bool crowded = decides(stored.kind) && isCrowded(stored);
        m_file->remove(*next);
        m_sent.push_back({next->decision.id, stored, crowded});
    }
}

std::size_t ServerReviewStore::waiting() const
{
    return m_file ? m_file->count() : 0;
}

std::optional<Decision> ServerReviewStore::undo(const std::string& reviewer)
{
    try {
        sendWaiting();
    } catch (const ConnectionLost&) {
        auto acts = m_file->of(reviewer);
        std::erase_if(acts, [](const Decision& act) { return act.undone; });
        if (acts.empty())
            throw;
        m_file->setUndone(acts.back(), true);
        acts.back().undone = true;
        return acts.back();
    }
    return SqlReviewStore::undo(reviewer);
}

std::optional<Decision> ServerReviewStore::redo(const std::string& reviewer)
{
    try {
        sendWaiting();
    } catch (const ConnectionLost&) {
        auto acts = m_file->of(reviewer);
        if (acts.empty())
            throw;
        const auto stands = std::find_if(acts.rbegin(), acts.rend(), [](const Decision& act) { return !act.undone; });
        if (stands == acts.rbegin())
            return std::nullopt;
        Decision& first = *std::prev(stands);
        m_file->setUndone(first, false);
        first.undone = false;
        return first;
    }
    return SqlReviewStore::redo(reviewer);
}

TeamChanges ServerReviewStore::changes()
{
    sendWaiting();
    TeamChanges changes;
    QSqlQuery query = m_connection.run(QStringLiteral("SELECT id, item, reviewer, time, kind, value, adjudicates, "
                                                      "undone, change FROM decision WHERE change > ? ORDER BY change"),
                                       {m_seen});
    while (query.next()) {
        changes.decisions.push_back(decisionAt(query, m_connection.name()));
        m_seen = query.value(8).toLongLong();
    }
    changes.sent = std::exchange(m_sent, {});
    return changes;
}

void ServerReviewStore::whenChanged(const std::function<void()>& callback)
{
    m_connection.listen(QStringLiteral("vbsreview_%1").arg(m_table), callback);
}

} // namespace vbs
