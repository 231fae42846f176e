#pragma once

#include "core/engine/inference_backend.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace vbs {

using RequestId = std::uint64_t;

/// Runs requests one after another on a thread of its own.
///
/// Any thread may call submit, cancel and cancelAll. The handlers are called on the worker thread, never
/// after the destructor has returned. Every submitted request gets exactly one finished call.
class RequestQueue {
public:
    struct Handlers {
        std::function<void(RequestId, const Progress&)> onProgress;
        std::function<void(RequestId, ReplyBody)> onFinished;
    };

    /// Interactive: the latest wins: submitting one cancels the interactive inference requests before it
    /// that are still waiting or running. Ordinary requests are kept in order.
    /// Background: done when nothing else waits. When something else comes while one runs, it is stopped, and begun
    /// anew later: so its progress may start again, but it too gets one finished call.
    enum class Priority { Background, Ordinary, Interactive };

    RequestQueue(std::unique_ptr<InferenceBackend> backend, Handlers handlers);
    ~RequestQueue(); ///< asks the running request to stop and waits for it
    RequestQueue(const RequestQueue&) = delete;
    RequestQueue& operator=(const RequestQueue&) = delete;

    RequestId submit(RequestBody body, Priority priority = Priority::Ordinary); ///< ids begin at 1
    void cancel(RequestId id); ///< unknown and finished ids are ignored
    void cancelAll();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace vbs
