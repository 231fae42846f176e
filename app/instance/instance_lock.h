#pragma once

#include <QString>

namespace vbs {

/// Held by the one program that others hand their wishes to. The kernel lets go of it with the process, however that
/// ends. The file is removed with the object.
class InstanceLock {
public:
    enum class State { Held, Busy, Unusable };

    explicit InstanceLock(QString file) : m_file(std::move(file)) {}
    ~InstanceLock() { release(); }
    InstanceLock(const InstanceLock&) = delete;
    InstanceLock& operator=(const InstanceLock&) = delete;

    /// Does not wait. Busy: another process holds it. Unusable: the file cannot be made, or belongs to another user.
    State take();
    void release();

private:
    QString m_file;
    int m_descriptor = -1;
};

} // namespace vbs
