#include "core/engine/request_queue.h"

#include "core/base/one_line.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace vbs {

namespace {

struct Job {
    RequestId id = 0;
    RequestBody body;
    RequestQueue::Priority priority = RequestQueue::Priority::Ordinary;
    std::stop_source stop;
    bool overtaken = false; ///< Background, running: stopped for something else, not by the caller

    bool isBackground() const { return priority == RequestQueue::Priority::Background; }
    bool isInteractiveInference() const
    {
        return priority == RequestQueue::Priority::Interactive && std::holds_alternative<InferenceRequest>(body);
    }
};

ReplyBody answer(InferenceBackend& backend, const RequestBody& body, const JobControl& control)
{
    struct Visitor {
        InferenceBackend& backend;
        const JobControl& control;

        ReplyBody operator()(const LoadPackRequest& request) const { return backend.loadPack(request, control); }
        ReplyBody operator()(const InferenceRequest& request) const { return backend.run(request, control); }
        ReplyBody operator()(const BatchRequest& request) const
        {
            return BatchResult{backend.runBatch(request.questions, control)};
        }
        ReplyBody operator()(const InspectRequest& request) const { return backend.inspect(request, control); }
    };
    return std::visit(Visitor{backend, control}, body);
}

} // namespace

/// What the worker and the callers share. The mutex is never held while the backend or a handler runs, so a
/// handler may submit and cancel.
struct RequestQueue::State {
    State(std::unique_ptr<InferenceBackend> engine, Handlers callbacks)
        : backend(std::move(engine)), handlers(std::move(callbacks)),
          worker([this](std::stop_token stop) { work(stop); })
    {
    }

    /// The next to be done: in the order of submission, those in the background last. Under the mutex.
    Job takeNext()
    {
        auto next = std::ranges::find_if(waiting, [](const Job& job) { return !job.isBackground(); });
        if (next == waiting.end())
            next = waiting.begin();
        Job job = std::move(*next);
        waiting.erase(next);
        return job;
    }

    /// Stops the running job when it gives way to another one. Under the mutex.
    std::optional<std::stop_source> overtake()
    {
        if (!running || !running->isBackground() || running->overtaken || running->stop.stop_requested())
            return std::nullopt;
        running->overtaken = true;
        return running->stop;
    }

    /// The stop sources of the matching jobs, to be called without the mutex, since a backend's stop callback runs
    /// inside request_stop(). Waiting jobs keep their place when cancelled: the worker reports each in its turn,
    /// so that every finished call comes from the worker and in the order of submission.
    std::vector<std::stop_source> stopsWhere(auto matches)
    {
        std::vector<std::stop_source> stops;
        if (running && matches(*running)) {
            running->overtaken = false; // it will not be begun again
            stops.push_back(running->stop);
        }
        for (Job& job : waiting)
            if (matches(job))
                stops.push_back(job.stop);
        return stops;
    }

    void stopWhere(auto matches)
    {
        std::unique_lock lock(mutex);
        auto stops = stopsWhere(matches);
        lock.unlock();
        for (std::stop_source& stop : stops)
            stop.request_stop();
    }

    void work(std::stop_token queueStop)
    {
        for (;;) {
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, queueStop, [this] { return !waiting.empty(); });
                if (waiting.empty())
                    break; // asked to stop, and every submitted request has had its call
                running = takeNext();
                if (queueStop.stop_requested())
                    running->stop.request_stop();
            }
            ReplyBody reply = perform(*running);
            if (putBack(reply))
                continue;
            finish(*running, std::move(reply));
            const std::lock_guard lock(mutex);
            running.reset();
        }
    }

    /// A job that was overtaken and did not come to its end waits again, before the others of its kind.
    bool putBack(const ReplyBody& reply)
    {
        const std::lock_guard lock(mutex);
        if (!running->overtaken || !std::holds_alternative<Cancelled>(reply))
            return false;
        running->overtaken = false;
        running->stop = {};
        waiting.push_front(std::move(*running));
        running.reset();
        return true;
    }

    ReplyBody perform(const Job& job)
    {
        JobControl control;
        control.stop = job.stop.get_token();
        control.onProgress = [this, &job](const Progress& progress) {
            if (handlers.onProgress && !job.stop.stop_requested())
                handlers.onProgress(job.id, progress);
        };
        try {
            control.throwIfStopped();
            ReplyBody reply = answer(*backend, job.body, control);
            // A backend may come to its end just after the request was cancelled; the caller has moved on. A pack
            // that was loaded stays loaded, though, so that is always told.
            if (job.stop.stop_requested() && !std::holds_alternative<LoadPackResult>(reply))
                return Cancelled{};
            return reply;
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Cancelled)
                return Cancelled{};
            return infoOf(e);
        } catch (const std::bad_alloc&) {
            return ErrorInfo{ErrorCode::TooLarge, forPeople("There is not enough memory for this request.")};
        } catch (const std::exception& e) {
            return ErrorInfo{ErrorCode::Internal, firstLine(e.what())}; // libraries append stack traces
        } catch (...) {
            return ErrorInfo{ErrorCode::Internal, forPeople("The engine failed for an unknown reason.")};
        }
    }

    void finish(const Job& job, ReplyBody reply) const
    {
        if (handlers.onFinished)
            handlers.onFinished(job.id, std::move(reply));
    }

    std::unique_ptr<InferenceBackend> backend; // the worker's alone
    const Handlers handlers;

    std::mutex mutex;
    std::condition_variable_any wake;
    std::deque<Job> waiting;    // guarded by mutex
    std::optional<Job> running; // set and reset under mutex; its body is the worker's
    RequestId lastId = 0;       // guarded by mutex

    std::jthread worker; // last: it uses all of the above, and joins before they go
};

RequestQueue::RequestQueue(std::unique_ptr<InferenceBackend> backend, Handlers handlers)
    : m_state(std::make_unique<State>(std::move(backend), std::move(handlers)))
{
}

RequestQueue::~RequestQueue()
{
    m_state->worker.request_stop();
    cancelAll();
    m_state->worker.join();
}

RequestId RequestQueue::submit(RequestBody body, Priority priority)
{
    Job job;
    job.body = std::move(body);
    job.priority = priority;
    RequestId id = 0;
    std::vector<std::stop_source> replaced;
    {
        const std::lock_guard lock(m_state->mutex);
        if (job.isInteractiveInference())
            replaced = m_state->stopsWhere([](const Job& other) { return other.isInteractiveInference(); });
        if (!job.isBackground())
            if (auto stopped = m_state->overtake())
                replaced.push_back(std::move(*stopped));
        id = job.id = ++m_state->lastId;
        m_state->waiting.push_back(std::move(job));
    }
    for (std::stop_source& stop : replaced)
        stop.request_stop();
    m_state->wake.notify_one();
    return id;
}

void RequestQueue::cancel(RequestId id)
{
    m_state->stopWhere([id](const Job& job) { return job.id == id; });
}

void RequestQueue::cancelAll()
{
    m_state->stopWhere([](const Job&) { return true; });
}

} // namespace vbs
