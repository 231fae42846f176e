#include "ui/store/sql_rows.h"

namespace vbs {

namespace {

constexpr qsizetype kRowsAtOnce = 500;

QString placesOf(qsizetype columns)
{
    return '(' + QStringList(columns, QStringLiteral("?")).join(',') + ')';
}

} // namespace

SqlRows::SqlRows(const SqlConnection& connection, QString head, QString tail)
    : m_connection(connection), m_head(std::move(head)), m_tail(std::move(tail))
{
}

void SqlRows::add(const QVariantList& values)
{
    if (m_connection.isServer()) {
        m_columns = values.size();
        m_waiting += values;
        if (m_waiting.size() >= kRowsAtOnce * m_columns)
            finish();
        return;
    }
    if (!m_insert)
        m_insert = m_connection.prepared(m_head + placesOf(values.size()) + m_tail);
    m_connection.run(*m_insert, values);
}

void SqlRows::finish()
{
    if (m_waiting.isEmpty())
        return;
    const QStringList rows(m_waiting.size() / m_columns, placesOf(m_columns));
    m_connection.run(m_head + rows.join(',') + m_tail, m_waiting);
    m_waiting.clear();
}

} // namespace vbs
