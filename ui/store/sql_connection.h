#pragma once

#include "core/base/error.h"
#include "ui/store/server_address.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace vbs {

/// A server that cannot be reached, or could until now. What was under way did not happen, or its answer is lost.
class ConnectionLost : public Error {
public:
    explicit ConnectionLost(const std::string& message) : Error(ErrorCode::FileUnreadable, message) {}
};

/// One connection to a SQLite file or to a project on a PostgreSQL server. The thread that makes it uses it; the
/// program needs a QCoreApplication, whose folders Qt looks for its database drivers in.
class SqlConnection {
public:
    enum class Mode { Open, Create };

    /// @throws Error (FileNotFound, FileUnreadable, CorruptData) naming the file.
    SqlConnection(const std::filesystem::path& file, Mode mode);
    /// Statements find the project's tables; they need not be there yet. A connection that is lost is made again by the
    /// next statement outside a transaction. Where that fails, statements fail at once until `patience` is over, or
    /// four times as long as it took: a host that swallows everything costs seconds each time.
    /// @throws ConnectionLost, Error naming the server.
    explicit SqlConnection(const ServerAddress& server, std::chrono::milliseconds patience = std::chrono::seconds(2));
    ~SqlConnection();
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;

    /// Runs a statement, on a server in one exchange. "?" stands for a value, wherever it is.
    /// @throws Error with the system's reason: a full disk, a file in use, damage; ConnectionLost.
    QSqlQuery run(const QString& statement, const QVariantList& values = {}) const;
    /// For files: a statement to be run many times, with run().
    QSqlQuery prepared(const QString& statement) const;
    void run(QSqlQuery& query, const QVariantList& values) const;

    const std::string& name() const { return m_name; }
    bool isServer() const { return m_server.has_value(); }
    bool isConnected() const { return m_connected; }
    const ServerAddress& server() const { return m_server.value(); }

    /// Calls back, by the thread's event loop, when somebody notifies the channel; also after connecting again.
    void listen(const QString& channel, const std::function<void()>& onNotification);

private:
    friend class SqlTransaction;

    void open() const;
    void subscribe() const;
    [[noreturn]] void fail(const QSqlError& error) const;
    QString withValues(const QString& statement, const QVariantList& values) const;

    std::string m_name; ///< of the file or the project, in messages
    QString m_connection;
    std::optional<ServerAddress> m_server;
    std::chrono::milliseconds m_patience{};
    QString m_channel;
    std::function<void()> m_onNotification;
    // A connection may be made again by any statement.
    mutable QSqlDatabase m_database;
    mutable bool m_connected = false;
    mutable int m_transactions = 0;                           ///< under way, one within the other
    mutable std::chrono::steady_clock::time_point m_tryAgain; ///< not before
};

/// Everything written between its making and commit() is written at once or not at all. On files it takes the right to
/// write at once, so that what is read inside stays true. Within another transaction it is a part of that.
class SqlTransaction {
public:
    /// @param begin the statement that begins it, where it is another one.
    explicit SqlTransaction(const SqlConnection& connection, const QString& begin = {});
    ~SqlTransaction();
    SqlTransaction(const SqlTransaction&) = delete;
    SqlTransaction& operator=(const SqlTransaction&) = delete;

    void commit();

private:
    const SqlConnection& m_connection;
    bool m_inner;
    bool m_done = false;
};

} // namespace vbs
