#include "core/base/background_work.h"

#include <sys/resource.h>
#include <utility>

namespace vbs {

namespace {

constexpr int kNice = 10;

} // namespace

BackgroundWork::BackgroundWork(std::size_t most) : m_most(most) {}

BackgroundWork::~BackgroundWork()
{
    wait();
}

bool BackgroundWork::add(std::function<void()> job)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() >= m_most)
        return false;
    m_waiting.push_back(std::move(job));
    if (!m_thread.joinable())
        m_thread = std::jthread([this](std::stop_token stop) { work(stop); });
    m_changed.notify_all();
    return true;
}

void BackgroundWork::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && !m_busy; });
}

void BackgroundWork::work(std::stop_token stop)
{
    ::setpriority(PRIO_PROCESS, 0, kNice); // Linux: of this thread alone
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        std::function<void()> job = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_busy = true;
        lock.unlock();
        job();
        job = nullptr; // what it holds goes here, not under the lock
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

} // namespace vbs
