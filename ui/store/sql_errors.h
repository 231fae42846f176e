#pragma once

#include "core/base/error.h"

#include <QSqlError>

#include <string>

namespace vbs {

/// What SQLite says of a file, in one sentence with the way out.
Error fileErrorOf(const std::string& file, const QSqlError& error);

/// Whether a server's connection broke, or the server is about to stop or to start.
bool isConnectionLost(const QSqlError& error);

/// What a PostgreSQL server says, in one sentence with the way out. @param name of the project.
Error serverErrorOf(const std::string& name, const QSqlError& error);

/// The first line of what the database says, without its level: "database "x" does not exist".
std::string firstLineOf(const QSqlError& error);

} // namespace vbs
