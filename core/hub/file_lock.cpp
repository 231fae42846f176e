#include "core/hub/file_lock.h"

#include "core/base/error.h"

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <fcntl.h>
#include <mutex>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vbs {

namespace {

constexpr double kLockPollSeconds = 0.1;

} // namespace

FileLock::FileLock(const std::filesystem::path& file, std::stop_token stop, const std::function<void()>& onWaiting)
{
    std::error_code code;
    std::filesystem::create_directories(file.parent_path(), code);
    m_file = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0664);
    while (m_file >= 0 && ::flock(m_file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        if (onWaiting)
            onWaiting();
        try {
            sleepUnlessStopped(kLockPollSeconds, stop);
        } catch (const Error&) {
            ::close(m_file);
            throw;
        }
    }
}

FileLock::~FileLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

void sleepUnlessStopped(double seconds, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait_for(lock, stop, std::chrono::duration<double>(seconds), [] { return false; });
    if (stop.stop_requested())
        throw Error(ErrorCode::Cancelled, sentence("Cancelled."));
}

} // namespace vbs
