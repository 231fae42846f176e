#include "app/instance/single_instance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QThread>
#include <QTimer>

#include <optional>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vbs {
namespace {

// The host speaks first, so that a wish is only ever sent to somebody who will hear it.
constexpr const char* kGreeting = "visualbert-studio 1\n";
constexpr const char* kTaken = "taken\n";
constexpr std::chrono::milliseconds kPause{20}, kSlowestGuest{10000}, kReceipt{1500};
constexpr qsizetype kLongestPlace = 100; // a socket's address has room for 107 bytes

bool isOurs(const QLocalSocket& socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == ::geteuid();
}

QByteArray asMessage(const Wish& wish)
{
    const QJsonObject object{
        {"paths", QJsonArray::fromStringList(wish.paths)}, {"action", wish.action}, {"token", wish.token}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Wish> asWish(const QByteArray& message)
{
    const QJsonDocument document = QJsonDocument::fromJson(message);
    if (!document.isObject())
        return std::nullopt;
    Wish wish;
    for (const QJsonValue& path : document["paths"].toArray())
        wish.paths << path.toString();
    wish.action = document["action"].toString();
    wish.token = document["token"].toString();
    return wish;
}

/// The next line; empty where none comes in time.
QByteArray lineFrom(QLocalSocket& socket, QDeadlineTimer until)
{
    while (!socket.canReadLine())
        if (!socket.waitForReadyRead(int(until.remainingTime())))
            return {};
    return socket.readLine(128);
}

enum class Handing { Done, NobodyThere, NoAnswer };

Handing handOver(const QString& place, const Wish& wish, QDeadlineTimer until)
{
    QLocalSocket socket;
    socket.connectToServer(place);
    if (!socket.waitForConnected(int(until.remainingTime())))
        return Handing::NobodyThere;
    if (!isOurs(socket) || lineFrom(socket, until) != kGreeting)
        return Handing::NoAnswer;
    const QByteArray message = asMessage(wish);
    if (message.size() > SingleInstance::kLongestMessage || socket.write(message) != message.size())
        return Handing::NoAnswer;
    if (lineFrom(socket, QDeadlineTimer(kReceipt)) == kTaken)
        return Handing::Done;
    // Who has just greeted reads on what has left; the wish is lost where it ends instead, or where a part is still
    // here.
    const bool isOnItsWay = socket.state() == QLocalSocket::ConnectedState && socket.bytesToWrite() == 0;
    return isOnItsWay ? Handing::Done : Handing::NoAnswer;
}

} // namespace

QString SingleInstance::meetingPlace(const QString& settingsFile)
{
    struct stat program {};
    ::stat("/proc/self/exe", &program);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList parts{QFileInfo(settingsFile).absoluteFilePath(),
                            qEnvironmentVariable("WAYLAND_DISPLAY"),
                            qEnvironmentVariable("DISPLAY"),
                            qEnvironmentVariable("QT_QPA_PLATFORM"),
                            QString::number(program.st_dev),
                            QString::number(program.st_ino)};
    for (const QString& part : parts)
        hash.addData(part.toUtf8() + '\0');
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString folder =
        QDir::isAbsolutePath(runtime) && QFileInfo(runtime).isWritable() ? runtime : QDir::tempPath();
    return QStringLiteral("%1/visualbert-studio-%2-%3")
        .arg(folder)
        .arg(::geteuid())
        .arg(QString::fromLatin1(hash.result().toHex().left(16)));
}

SingleInstance::SingleInstance(QString place, QObject* parent)
    : QObject(parent), m_place(std::move(place)), m_lock(m_place + ".lock"), m_server(std::make_unique<QLocalServer>())
{
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::greet);
}

SingleInstance::~SingleInstance()
{
    m_server->close(); // before the lock is free, since this removes the socket
}

SingleInstance::Role SingleInstance::begin(const Wish& wish)
{
    if (m_place.toLocal8Bit().size() > kLongestPlace)
        return Role::Alone;
    for (const QDeadlineTimer until(kPatience); !until.hasExpired(); QThread::msleep(kPause.count())) {
        switch (m_lock.take()) {
        case InstanceLock::State::Held:
            return Role::Host;
        case InstanceLock::State::Unusable:
            return Role::Alone;
        case InstanceLock::State::Busy:
            break;
        }
        switch (handOver(m_place, wish, until)) {
        case Handing::Done:
            return Role::Guest;
        case Handing::NoAnswer:
            return Role::Alone;
        case Handing::NobodyThere: // it has only just begun, or is about to end
            break;
        }
    }
    return Role::Alone;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_place); // what a crash left behind
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server->listen(m_place))
        m_lock.release();
}

void SingleInstance::greet()
{
    while (QLocalSocket* guest = m_server->nextPendingConnection()) {
        connect(guest, &QLocalSocket::disconnected, guest, &QObject::deleteLater);
        if (!isOurs(*guest)) {
            guest->abort();
            continue;
        }
        connect(guest, &QLocalSocket::readyRead, this, [this, guest] { hear(guest); });
        QTimer::singleShot(kSlowestGuest, guest, &QLocalSocket::abort);
        guest->write(kGreeting);
        guest->flush();
    }
}

void SingleInstance::hear(QLocalSocket* guest)
{
    if (!guest->canReadLine()) {
        if (guest->bytesAvailable() > kLongestMessage)
            guest->abort();
        return;
    }
    const std::optional<Wish> wish = asWish(guest->readLine(kLongestMessage));
    if (!wish)
        return guest->abort();
    guest->write(kTaken);
    guest->flush(); // the wish may be the last thing that is done here
    guest->disconnectFromServer();
    Q_EMIT wished(*wish);
}

} // namespace vbs
