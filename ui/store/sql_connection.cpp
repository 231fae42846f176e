#include "ui/store/sql_connection.h"

#include <QCoreApplication>
#include <QSqlError>

#include <atomic>

namespace vbs {

namespace {

// SQLite's result codes (sqlite.org/rescode.html); the lowest eight bits of the extended ones.
constexpr int kBusy = 5, kReadOnly = 8, kIoError = 10, kCorrupt = 11, kFull = 13, kCantOpen = 14, kNotADatabase = 26;

QString nextConnectionName()
{
    static std::atomic<int> count{0};
    return QStringLiteral("review-%1").arg(count.fetch_add(1));
}

Error errorOf(const std::string& file, const QSqlError& error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case kBusy:
        return {ErrorCode::FileUnwritable, file + " is being written by another program: try again when it is done."};
    case kReadOnly:
        return {ErrorCode::FileUnwritable, file + " cannot be written: it is read-only."};
    case kFull:
        return {ErrorCode::FileUnwritable,
                file + " cannot be written: the disk is full. Make room; what was saved before is safe."};
    case kIoError:
        return {ErrorCode::FileUnwritable, file + " cannot be read or written: the disk reports an error."};
    case kCantOpen:
        return {ErrorCode::FileUnreadable, file + " cannot be opened: check that its folder may be written."};
    case kCorrupt:
    case kNotADatabase:
        return {ErrorCode::CorruptData, file + " is damaged, or no review project: restore it from a backup."};
    default:
        return {ErrorCode::Internal, file + ": " + error.text().toStdString()};
    }
}

} // namespace

SqlConnection::SqlConnection(const std::filesystem::path& file, Mode mode)
    : m_name(file.string()), m_connection(nextConnectionName())
{
    if (!QCoreApplication::instance())
        throw Error(ErrorCode::Internal, "A review project needs a QCoreApplication.");
    std::error_code code;
    if (mode == Mode::Open && !std::filesystem::exists(file, code))
        throw Error(ErrorCode::FileNotFound, m_name + " does not exist.");
    if (mode == Mode::Open && !std::filesystem::is_regular_file(file, code))
        throw Error(ErrorCode::CorruptData, m_name + " is no review project: it is no ordinary file.");
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(QString::fromStdString(m_name));
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    if (!m_database.isValid() || !m_database.open()) {
        const Error error = m_database.isValid() ? errorOf(m_name, m_database.lastError())
                                                 : Error(ErrorCode::Internal, "Qt's driver for SQLite is missing: "
                                                                              "install libqt6sql6-sqlite.");
        m_database = {};
        QSqlDatabase::removeDatabase(m_connection);
        throw error;
    }
}

SqlConnection::~SqlConnection()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery SqlConnection::run(const QString& statement, const QVariantList& values) const
{
    QSqlQuery query = prepared(statement);
    run(query, values);
    return query;
}

QSqlQuery SqlConnection::prepared(const QString& statement) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        fail(query);
    return query;
}

void SqlConnection::run(QSqlQuery& query, const QVariantList& values) const
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    if (!query.exec())
        fail(query);
}

void SqlConnection::fail(const QSqlQuery& query) const
{
    throw errorOf(m_name, query.lastError());
}

SqlTransaction::~SqlTransaction()
{
    if (m_done)
        return;
    try {
        m_connection.run(QStringLiteral("ROLLBACK"));
    } catch (const Error&) {
        // SQLite has rolled it back already, e.g. when the disk was full.
    }
}

void SqlTransaction::commit()
{
    m_connection.run(QStringLiteral("COMMIT"));
    m_done = true;
}

} // namespace vbs
