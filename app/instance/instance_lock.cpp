#include "app/instance/instance_lock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace vbs {

InstanceLock::State InstanceLock::take()
{
    const QByteArray path = QFile::encodeName(m_file);
    while (m_descriptor < 0) {
        const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (descriptor < 0)
            return State::Unusable;
        struct stat opened {
        }, named{};
        const bool ours = ::fstat(descriptor, &opened) == 0 && S_ISREG(opened.st_mode) && opened.st_uid == ::geteuid();
        if (!ours || ::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const bool busy = ours && errno == EWOULDBLOCK;
            ::close(descriptor);
            return busy ? State::Busy : State::Unusable;
        }
        // The last holder may have removed the file between opening and locking.
        if (::stat(path.constData(), &named) == 0 && named.st_ino == opened.st_ino && named.st_dev == opened.st_dev)
            m_descriptor = descriptor;
        else
            ::close(descriptor);
    }
    return State::Held;
}

void InstanceLock::release()
{
    const int descriptor = std::exchange(m_descriptor, -1);
    if (descriptor < 0)
        return;
    ::unlink(QFile::encodeName(m_file).constData());
    ::close(descriptor);
}

} // namespace vbs
