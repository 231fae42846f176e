#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace vbs {

/// Hands things from one thread to the next, never more of them than there is room for: who is faster waits.
template <typename T> class BoundedQueue {
public:
    /// @param most things. @param mostWeight of what waits together; one thing alone may weigh more.
    explicit BoundedQueue(std::size_t most, std::size_t mostWeight = ~std::size_t(0))
        : m_most(most), m_mostWeight(mostWeight)
    {
    }

    /// Waits for room. @return false when nobody takes any more: the thing is dropped.
    bool push(T thing, std::size_t weight = 0)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] {
            return m_abandoned || m_waiting.empty() ||
                   (m_waiting.size() < m_most && weight <= m_mostWeight && m_weight <= m_mostWeight - weight);
        });
        if (m_abandoned)
            return false;
        m_waiting.emplace_back(std::move(thing), weight);
        m_weight += weight;
        m_changed.notify_all();
        return true;
    }

    /// Waits for the next thing; nothing once all is taken after finish(), or after abandon().
    std::optional<T> pop()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_abandoned || m_finished || !m_waiting.empty(); });
        if (m_abandoned || m_waiting.empty())
            return std::nullopt;
        std::pair<T, std::size_t> first = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_weight -= first.second;
        m_changed.notify_all();
        return std::move(first.first);
    }

    /// Nothing more will be pushed.
    void finish()
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
        m_changed.notify_all();
    }

    /// What waits is dropped, and so is what still comes.
    void abandon()
    {
        const std::lock_guard lock(m_mutex);
        m_abandoned = true;
        m_waiting.clear();
        m_weight = 0;
        m_changed.notify_all();
    }

private:
    const std::size_t m_most, m_mostWeight;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::pair<T, std::size_t>> m_waiting;
    std::size_t m_weight = 0;
    bool m_finished = false, m_abandoned = false;
};

} // namespace vbs
