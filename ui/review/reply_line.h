#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>

namespace vbs {

/// From other threads to an object, as long as that lives: what they post is called on its thread, in order.
class ReplyLine {
public:
    explicit ReplyLine(QObject* owner) : m_owner(owner) {}

    void post(std::function<void()> event)
    {
        const std::lock_guard lock(m_mutex);
        if (m_owner != nullptr)
            QMetaObject::invokeMethod(m_owner, std::move(event), Qt::QueuedConnection);
    }

    /// To be called by the owner's destructor: nothing is called afterwards.
    void cut()
    {
        const std::lock_guard lock(m_mutex);
        m_owner = nullptr;
    }

private:
    std::mutex m_mutex;
    QObject* m_owner; ///< null: gone
};

} // namespace vbs
