#pragma once

#include "core/engine/request_queue.h"
#include "tests/support/scripted_backend.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace vbs::test {

/// Collects what the handlers were told; a test waits on it with a limit instead of sleeping.
class Inbox {
public:
    RequestQueue::Handlers handlers()
    {
        return {[this](RequestId id, const Progress& progress) {
                    const std::lock_guard lock(m_mutex);
                    m_progress[id].push_back(progress);
                    m_threads.push_back(std::this_thread::get_id());
                    m_changed.notify_all();
                },
                [this](RequestId id, ReplyBody reply) {
                    const std::lock_guard lock(m_mutex);
                    m_replies[id].push_back(std::move(reply));
                    m_order.push_back(id);
                    m_threads.push_back(std::this_thread::get_id());
                    m_changed.notify_all();
                }};
    }

    bool waitForReplies(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(30), [&] { return m_order.size() >= count; });
    }

    template <typename Kind> bool is(RequestId id) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_replies.find(id);
        return found != m_replies.end() && found->second.size() == 1 &&
               std::holds_alternative<Kind>(found->second.front());
    }
    ReplyBody reply(RequestId id) const
    {
        const std::lock_guard lock(m_mutex);
        return m_replies.at(id).front();
    }
    std::size_t repliesTo(RequestId id) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_replies.find(id);
        return found == m_replies.end() ? 0 : found->second.size();
    }
    std::vector<RequestId> order() const
    {
        const std::lock_guard lock(m_mutex);
        return m_order;
    }
    std::vector<Progress> progress(RequestId id) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_progress.find(id);
        return found == m_progress.end() ? std::vector<Progress>() : found->second;
    }
    std::vector<std::thread::id> threads() const
    {
        const std::lock_guard lock(m_mutex);
        return m_threads;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<RequestId, std::vector<ReplyBody>> m_replies;
    std::map<RequestId, std::vector<Progress>> m_progress;
    std::vector<RequestId> m_order;
    std::vector<std::thread::id> m_threads;
};

inline InferenceRequest ask(const std::string& text)
{
    InferenceRequest request;
    request.text = text;
    return request;
}

struct Fixture {
    std::shared_ptr<BackendScript> script = std::make_shared<BackendScript>();
    Inbox inbox;
    std::unique_ptr<RequestQueue> queue =
        std::make_unique<RequestQueue>(std::make_unique<ScriptedBackend>(script), inbox.handlers());

    void pushWaiting(BackendScript::Step::Wait wait)
    {
        BackendScript::Step step;
        step.wait = wait;
        script->push(step);
    }
};

} // namespace vbs::test
