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
        return {ErrorCode::FileUnwritable,
                sentence("%1 is being written by another program: try again when it is done.", file)};
    case kReadOnly:
        return {ErrorCode::FileUnwritable, sentence("%1 cannot be written: it is read-only.", file)};
    case kFull:
        return {ErrorCode::FileUnwritable,
                sentence("%1 cannot be written: the disk is full. Make room; what was saved before is safe.", file)};
    case kIoError:
        return {ErrorCode::FileUnwritable, sentence("%1 cannot be read or written: the disk reports an error.", file)};
    case kCantOpen:
        return {ErrorCode::FileUnreadable,
                sentence("%1 cannot be opened: check that its folder may be written.", file)};
    case kCorrupt:
    case kNotADatabase:
        return {ErrorCode::CorruptData,
                sentence("%1 is damaged, or no review project: restore it from a backup.", file)};
    default:
        return {ErrorCode::Internal, sentence("%1: %2", file, error.text().toStdString())};
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
                sentence("%1 cannot be written: the server's disk is full. What was saved before is safe.", name)};
    if (code == u"42501")
        return {ErrorCode::FileUnwritable, sentence("%1 cannot be used: %2. Ask whoever runs the server.", name, why)};
    if (code == u"25006")
        return {ErrorCode::FileUnwritable, sentence("%1 cannot be written: the server takes no changes now.", name)};
    if (code == u"42P06")
        return {ErrorCode::InvalidArgument, sentence("%1 exists already: choose another name, or open it.", name)};
    if (code == u"55P03" || code == u"40P01")
        return {ErrorCode::FileUnwritable,
                sentence("%1 is being written by somebody else: try again in a moment.", name)};
    return {ErrorCode::Internal, sentence("%1: %2.", name, why)};
}

} // namespace vbs
