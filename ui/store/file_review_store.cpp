#include "ui/store/file_review_store.h"

#include "ui/store/review_schema.h"

namespace vbs {

FileReviewStore::FileReviewStore(const std::filesystem::path& file) : FileReviewStore(file, SqlConnection::Mode::Open)
{
    checkReviewTables(m_connection);
    m_connection.run(QStringLiteral("PRAGMA journal_mode = WAL"));
    m_connection.run(QStringLiteral("PRAGMA synchronous = FULL"));
    known();
}

FileReviewStore::FileReviewStore(const std::filesystem::path& file, SqlConnection::Mode mode)
    : SqlReviewStore(file, mode)
{
}

std::unique_ptr<FileReviewStore> FileReviewStore::createUnsafe(const std::filesystem::path& file)
{
    std::unique_ptr<FileReviewStore> store(new FileReviewStore(file, SqlConnection::Mode::Create));
    store->m_connection.run(QStringLiteral("PRAGMA journal_mode = OFF"));
    store->m_connection.run(QStringLiteral("PRAGMA synchronous = OFF"));
    store->m_connection.run(QStringLiteral("PRAGMA cache_size = -32768"));
    makeReviewTables(store->m_connection);
    return store;
}

} // namespace vbs
