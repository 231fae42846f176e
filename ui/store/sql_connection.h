#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <filesystem>
#include <string>

namespace vbs {

/// One connection to a SQLite file. The thread that makes it uses it; the program needs a QCoreApplication, whose
/// folders Qt looks for its database drivers in.
class SqlConnection {
public:
    enum class Mode { Open, Create };

    /// @throws Error (FileNotFound, FileUnreadable, CorruptData) naming the file.
    SqlConnection(const std::filesystem::path& file, Mode mode);
    ~SqlConnection();
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;

    /// Runs a statement. @throws Error with the system's reason: a full disk, a file in use, damage.
    QSqlQuery run(const QString& statement, const QVariantList& values = {}) const;
    /// A statement to be run many times, with run().
    QSqlQuery prepared(const QString& statement) const;
    void run(QSqlQuery& query, const QVariantList& values) const;

    const std::string& name() const { return m_name; }

private:
    [[noreturn]] void fail(const QSqlQuery& query) const;

    std::string m_name; ///< of the file, in messages
    QString m_connection;
    QSqlDatabase m_database;
};

/// Everything written between its making and commit() is written at once or not at all. Takes the right to write at
/// once, so that what is read inside stays true.
class SqlTransaction {
public:
    explicit SqlTransaction(const SqlConnection& connection) : m_connection(connection)
    {
        m_connection.run(QStringLiteral("BEGIN IMMEDIATE"));
    }
    ~SqlTransaction();
    SqlTransaction(const SqlTransaction&) = delete;
    SqlTransaction& operator=(const SqlTransaction&) = delete;

    void commit();

private:
    const SqlConnection& m_connection;
    bool m_done = false;
};

} // namespace vbs
