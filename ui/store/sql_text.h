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

inline std::string textAt(const QSqlQuery& query, int column)
{
    return query.value(column).toString().toStdString();
}

} // namespace vbs
