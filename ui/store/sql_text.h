#pragma once

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <string>

namespace vbs {

inline QString toQt(const std::string& text)
{
    return QString::fromStdString(text);
}

/// A name of a user's as SQL has it.
inline QString quotedName(const std::string& name)
{
    return '"' + toQt(name).replace('"', QLatin1String("\"\"")) + '"';
}

inline std::string textAt(const QSqlQuery& query, int column)
{
    return query.value(column).toString().toStdString();
}

} // namespace vbs
