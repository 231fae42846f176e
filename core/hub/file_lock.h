#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>

namespace vbs {

/// Holds a lock file by flock, as Hugging Face's client does; it is free when the object or the program ends, and the
/// file stays. Where the file cannot be made or the file system knows no locks, it counts as held.
class FileLock {
public:
    /// Waits until the lock is free. @param onWaiting called several times a second meanwhile.
    /// @throws Error (Cancelled).
    FileLock(const std::filesystem::path& file, std::stop_token stop, const std::function<void()>& onWaiting = {});
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int m_file = -1;
};

/// Waits, unless a stop is requested. @throws Error (Cancelled) then.
void sleepUnlessStopped(double seconds, std::stop_token stop);

} // namespace vbs
