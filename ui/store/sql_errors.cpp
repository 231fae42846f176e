#include "ui/store/sql_errors.h"

#include <QRegularExpression>

namespace vbs {

namespace {

// SQLite's result codes (sqlite.org/rescode.html); the lowest eight bits of the extended ones.
constexpr int kBusy = 5, kReadOnly = 8, kIoError = 10, kCorrupt = 11, kFull = 13, kCantOpen = 14, kNotADatabase = 26;

} // namespace

Error fileErrorOf(const std::string& file, const QSqlError& error)
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

std::string firstLineOf(const QSqlError& error)
{
    QString text = error.databaseText().trimmed();
    // libpq begins with where it tried: "connection to server at "x" (1.2.3.4), port 5432 failed: FATAL:  why".
    static const QRegularExpression head(QStringLiteral("^.* failed: |^(ERROR|FATAL|PANIC): +"));
    text = text.section('\n', 0, 0);
    while (text.contains(head))
        text.remove(head);
    while (text.endsWith('.'))
        text.chop(1);
    return text.toStdString();
}

bool isConnectionLost(const QSqlError& error)
{
    // A server's own errors have a code (SQLSTATE); what libpq finds has none. 57P01 to 57P03: it stops or starts.
    const QString code = error.nativeErrorCode();
    return code.isEmpty() || code.startsWith(u"08") || code.startsWith(u"57P0");
}

Error serverErrorOf(const std::string& name, const QSqlError& error)
{
    const QString code = error.nativeErrorCode();
    const std::string why = firstLineOf(error);
    if (code == u"53100")
        return {ErrorCode::FileUnwritable,
                name + " cannot be written: the server's disk is full. What was saved before is safe."};
    if (code == u"42501")
        return {ErrorCode::FileUnwritable, name + " cannot be used: " + why + ". Ask whoever runs the server."};
    if (code == u"25006")
        return {ErrorCode::FileUnwritable, name + " cannot be written: the server takes no changes now."};
    if (code == u"42P06")
        return {ErrorCode::InvalidArgument, name + " exists already: choose another name, or open it."};
    if (code == u"55P03" || code == u"40P01")
        return {ErrorCode::FileUnwritable, name + " is being written by somebody else: try again in a moment."};
    return {ErrorCode::Internal, name + ": " + why + "."};
}

} // namespace vbs
