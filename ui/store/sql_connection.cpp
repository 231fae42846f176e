#include "ui/store/sql_connection.h"

#include "ui/store/sql_errors.h"
#include "ui/store/sql_text.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QSqlField>

#include <algorithm>
#include <atomic>

namespace vbs {

namespace {

QString nextConnectionName()
{
    static std::atomic<int> count{0};
    return QStringLiteral("review-%1").arg(count.fetch_add(1));
}

void requireApplication()
{
    if (!QCoreApplication::instance())
        throw Error(ErrorCode::Internal, sentence("A review project needs a QCoreApplication."));
}

/// Whoever cannot be reached is given up within seconds; what is saved is on the server's disk; names are those of the
/// project alone; a lock is not waited for without end; and the server lets go of a client that vanished.
QString sessionSettings(const ServerAddress& server)
{
    return QStringLiteral("SET synchronous_commit = on; SET lock_timeout = '10s'; SET tcp_keepalives_idle = 30; "
                          "SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3; SET search_path TO ") +
           quotedName(server.project);
}

constexpr char kServerOptions[] = "connect_timeout=3 keepalives_idle=5 keepalives_interval=2 keepalives_count=3 "
                                  "tcp_user_timeout=10000 application_name=visualbert-studio ";

constexpr std::chrono::milliseconds kSlowTry(500);

} // namespace

SqlConnection::SqlConnection(const std::filesystem::path& file, Mode mode)
    : m_name(file.string()), m_connection(nextConnectionName())
{
    requireApplication();
    std::error_code code;
    if (mode == Mode::Open && !std::filesystem::exists(file, code))
        throw Error(ErrorCode::FileNotFound, sentence("%1 does not exist.", m_name));
    if (mode == Mode::Open && !std::filesystem::is_regular_file(file, code))
        throw Error(ErrorCode::CorruptData, sentence("%1 is no review project: it is no ordinary file.", m_name));
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(QString::fromStdString(m_name));
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    if (!m_database.isValid() || !m_database.open()) {
        const Error error = m_database.isValid()
                                ? fileErrorOf(m_name, m_database.lastError())
                                : Error(ErrorCode::Internal, sentence("Qt's driver for SQLite is missing: "
                                                                      "install libqt6sql6-sqlite."));
        m_database = {};
        QSqlDatabase::removeDatabase(m_connection);
        throw error;
    }
    m_connected = true;
}

SqlConnection::SqlConnection(const ServerAddress& server, std::chrono::milliseconds patience)
    : m_name(server.name()), m_connection(nextConnectionName()), m_server(server), m_patience(patience)
{
    requireApplication();
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_connection);
    try {
        if (!m_database.isValid())
            throw Error(ErrorCode::Internal,
                        sentence("Qt's driver for PostgreSQL is missing: install libqt6sql6-psql."));
        open();
    } catch (const Error&) {
        m_database = {};
        QSqlDatabase::removeDatabase(m_connection);
        throw;
    }
}

SqlConnection::~SqlConnection()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

void SqlConnection::open() const
{
    const auto began = std::chrono::steady_clock::now();
    m_database.setHostName(QString::fromStdString(m_server->host));
    m_database.setPort(m_server->port);
    m_database.setUserName(QString::fromStdString(m_server->user));
    m_database.setPassword(QString::fromStdString(m_server->password));
    m_database.setDatabaseName(QString::fromStdString(m_server->database));
    m_database.setConnectOptions(kServerOptions + QString::fromStdString(m_server->options));
    if (!m_database.open()) {
        const auto now = std::chrono::steady_clock::now();
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(now - began);
        m_tryAgain = now + (took < kSlowTry ? m_patience : std::max(m_patience, 4 * took));
        throw ConnectionLost(m_name + " cannot be reached: " + firstLineOf(m_database.lastError()) + ".");
    }
    m_connected = true;
    run(sessionSettings(*m_server));
    subscribe();
}

void SqlConnection::listen(const QString& channel, const std::function<void()>& onNotification)
{
    m_channel = channel;
    m_onNotification = onNotification;
    subscribe();
}

void SqlConnection::subscribe() const
{
    if (m_channel.isEmpty())
        return;
    QSqlDriver* driver = m_database.driver();
    QObject::disconnect(driver, &QSqlDriver::notification, driver, nullptr);
    QObject::connect(driver, &QSqlDriver::notification, driver, [this] { m_onNotification(); });
    if (!driver->subscribeToNotification(m_channel))
        fail(driver->lastError());
}

QSqlQuery SqlConnection::run(const QString& statement, const QVariantList& values) const
{
    if (!isServer()) {
        QSqlQuery query = prepared(statement);
        run(query, values);
        return query;
    }
    if (!m_connected) {
        if (m_transactions > 0 || std::chrono::steady_clock::now() < m_tryAgain)
            throw ConnectionLost(m_name + " cannot be reached now.");
        open();
    }
    QSqlQuery query(m_database);
    if (!query.exec(withValues(statement, values)))
        fail(query.lastError());
    return query;
}

QSqlQuery SqlConnection::prepared(const QString& statement) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        fail(query.lastError());
    return query;
}

void SqlConnection::run(QSqlQuery& query, const QVariantList& values) const
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    if (!query.exec())
        fail(query.lastError());
}

QString SqlConnection::withValues(const QString& statement, const QVariantList& values) const
{
    // Qt would do the same for a prepared statement, in three exchanges with the server instead of one.
    QString text;
    qsizetype from = 0;
    for (const QVariant& value : values) {
        const qsizetype at = statement.indexOf('?', from);
        QSqlField field(QString(), value.metaType());
        // PostgreSQL's texts hold every character but this one.
        field.setValue(value.metaType() == QMetaType::fromType<QString>()
                           ? QVariant(value.toString().replace(QChar(0), QChar(QChar::ReplacementCharacter)))
                           : value);
        text += statement.mid(from, at - from) + m_database.driver()->formatValue(field);
        from = at + 1;
    }
    return text + statement.mid(from);
}

void SqlConnection::fail(const QSqlError& error) const
{
    if (!isServer())
        throw fileErrorOf(m_name, error);
    if (!isConnectionLost(error))
        throw serverErrorOf(m_name, error);
    m_connected = false;
    m_tryAgain = {};    // the next statement may try at once
    m_database.close(); // its socket would go on calling back
    throw ConnectionLost(m_name + " cannot be reached any more: " + firstLineOf(error) + ".");
}

SqlTransaction::SqlTransaction(const SqlConnection& connection, const QString& begin)
    : m_connection(connection), m_inner(connection.m_transactions > 0)
{
    if (!m_inner)
        m_connection.run(!begin.isEmpty()          ? begin
                         : m_connection.isServer() ? QStringLiteral("BEGIN")
                                                   : QStringLiteral("BEGIN IMMEDIATE"));
    ++m_connection.m_transactions;
}

SqlTransaction::~SqlTransaction()
{
    --m_connection.m_transactions;
    if (m_done || m_inner || !m_connection.isConnected())
        return;
    try {
        m_connection.run(QStringLiteral("ROLLBACK"));
    } catch (const Error&) {
        // It was rolled back already, e.g. when the disk was full.
    }
}

void SqlTransaction::commit()
{
    if (!m_inner)
        m_connection.run(QStringLiteral("COMMIT"));
    m_done = true;
}

} // namespace vbs
