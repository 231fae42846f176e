#pragma once

#include "app/instance/instance_lock.h"
#include "ui/services/wish.h"

#include <QObject>

#include <chrono>
#include <memory>

class QLocalServer;
class QLocalSocket;

namespace vbs {

/// Lets a second start of the program hand its paths to the window that is open. A lock says who is first, so neither a
/// crash nor a socket that was left behind gets in the way; who is not answered in time opens a window of its own.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    /// How long a start waits for a window that does not answer.
    static constexpr std::chrono::milliseconds kPatience{4000};
    /// A message beyond this size is not read.
    static constexpr qint64 kLongestMessage = 1 << 20;

    enum class Role {
        Guest, ///< the open window has taken the wish over: nothing is left to do
        Host,  ///< the first: wishes of others will come here after listen()
        Alone, ///< another one is first and does not answer, or there is no place for a socket
    };

    /// Where those meet that may speak to each other: of one user, with one settings file, on one display, and of one
    /// build of the program, since a newer one may know what an older window does not.
    static QString meetingPlace(const QString& settingsFile);

    /// @param place a file's path that nothing else uses: the socket; the lock is beside it.
    explicit SingleInstance(QString place, QObject* parent = nullptr);
    ~SingleInstance() override;

    /// Blocks until the role is clear, kPatience at most. Needs a QCoreApplication, not the one of the window.
    Role begin(const Wish& wish);
    /// As host, once the window's application is there.
    void listen();

Q_SIGNALS:
    void wished(const vbs::Wish& wish);

private:
    void greet();
    void hear(QLocalSocket* guest);

    QString m_place;
    InstanceLock m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace vbs
