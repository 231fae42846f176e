#include "ui/store/server_address.h"

#include "core/base/error.h"
#include "ui/store/sql_text.h"

#include <QUrl>
#include <QUrlQuery>

namespace vbs {

namespace {

constexpr char kForm[] = "postgresql://USER@HOST:PORT/DATABASE/PROJECT";
constexpr int kUsualPort = 5432;
constexpr qsizetype kLongestSchemaName = 63; // bytes; PostgreSQL cuts longer names off

[[noreturn]] void refuseAddress(const QUrl& url, const std::string& why)
{
    throw Error(ErrorCode::InvalidArgument,
                sentence("%1: %2 The form is %3.", url.toString(QUrl::RemovePassword).toStdString(), why, kForm));
}

/// In quotes, as libpq wants it.
QString quoted(QString value)
{
    return '\'' + value.replace('\\', QLatin1String("\\\\")).replace('\'', QLatin1String("\\'")) + '\'';
}

/// What means something in an address is written by its number.
QString escaped(const std::string& text)
{
    QString out = toQt(text);
    for (const char sign : {'%', '/', '?', '#', '@', ':'})
        out.replace(QChar(sign), '%' + QString::number(int(sign), 16).toUpper());
    return out;
}

void takeOptions(ServerAddress& address, const QUrl& url)
{
    for (const auto& [key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (key == u"host" && address.host.empty())
            address.host = value.toStdString();
        else if (key == u"port" && value.toUShort() > 0)
            address.port = value.toUShort();
        else if (key == u"sslmode" || key == u"sslrootcert")
            address.options += (address.options.empty() ? "" : " ") + (key + '=' + quoted(value)).toStdString();
        else
            refuseAddress(url, "The option " + key.toStdString() + " is not known.");
        // Qt takes a ";" for the end of an option.
        if (value.contains(';'))
            refuseAddress(url, "An option must not contain a semicolon.");
    }
}

} // namespace

std::string ServerAddress::name() const
{
    const bool hasHost = !host.empty() && !host.starts_with('/');
    QString text = QStringLiteral("postgresql://");
    if (!user.empty())
        text += escaped(user) + '@';
    if (hasHost)
        text += toQt(host.find(':') == std::string::npos ? host : "[" + host + "]") + ':' + QString::number(port);
    text += '/' + escaped(database) + '/' + escaped(project);
    QStringList more;
    if (!hasHost && !host.empty())
        more << "host=" + toQt(host);
    if (!hasHost && port != kUsualPort)
        more << "port=" + QString::number(port);
    if (!more.isEmpty())
        text += '?' + more.join('&');
    return text.toStdString();
}

bool namesServer(const std::string& where)
{
    return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

ServerAddress serverAddressOf(const std::string& where)
{
    const QUrl url(QString::fromStdString(where));
    if (!url.isValid())
        refuseAddress(url, "This is no address.");
    const QStringList path = url.path(QUrl::FullyEncoded).split('/', Qt::SkipEmptyParts);
    if (path.size() != 2)
        refuseAddress(url, "A database and a project are needed.");
    const auto decoded = [](const QString& text) { return QUrl::fromPercentEncoding(text.toUtf8()); };
    ServerAddress address;
    address.host = url.host().toStdString();
    address.user = url.userName(QUrl::FullyDecoded).toStdString();
    address.password = url.password(QUrl::FullyDecoded).toStdString();
    address.port = url.port(kUsualPort);
    address.database = decoded(path[0]).toStdString();
    const QString project = decoded(path[1]);
    address.project = project.toStdString();
    if (project.toUtf8().size() > kLongestSchemaName || project.startsWith(u"pg_") || project == u"public" ||
        project == u"information_schema" || project.contains(QChar(0)))
        refuseAddress(url, "A project's name has at most 63 bytes, and is none of PostgreSQL's own.");
    takeOptions(address, url);
    return address;
}

} // namespace vbs
