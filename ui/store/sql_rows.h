#pragma once

#include "ui/store/sql_connection.h"

#include <optional>

namespace vbs {

/// Rows that are inserted one after the other: into a file by one prepared statement, into a server many at once, since
/// each exchange with it takes its time. Within a transaction.
class SqlRows {
public:
    /// @param head "INSERT INTO … VALUES ". @param tail " ON CONFLICT …".
    SqlRows(const SqlConnection& connection, QString head, QString tail = {});
    SqlRows(const SqlRows&) = delete;
    SqlRows& operator=(const SqlRows&) = delete;

    void add(const QVariantList& values);
    /// Needed after the last one.
    void finish();

private:
    const SqlConnection& m_connection;
    QString m_head, m_tail;
    std::optional<QSqlQuery> m_insert;
    QVariantList m_waiting;
    qsizetype m_columns = 0;
};

} // namespace vbs
