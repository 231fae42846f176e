#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace vbs {

/// Does jobs one after another on a thread of its own, which starts with the first of them and lets others compute
/// first. Any thread may call.
class BackgroundWork {
public:
    /// @param most jobs that may wait.
    explicit BackgroundWork(std::size_t most = 64);
    ~BackgroundWork(); ///< does what is waiting first
    BackgroundWork(const BackgroundWork&) = delete;
    BackgroundWork& operator=(const BackgroundWork&) = delete;

    /// @param job throws nothing. @returns false: as many as may are waiting already, and it will not be done.
    bool add(std::function<void()> job);

    /// Until everything that was added is done.
    void wait();

private:
    void work(std::stop_token stop);

    const std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::function<void()>> m_waiting; ///< guarded by m_mutex, as the next
    bool m_busy = false;
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace vbs
