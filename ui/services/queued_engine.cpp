#include "ui/services/queued_engine.h"

#include <QThread>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace vbs {

/// A question that a thread waits for.
struct QueuedEngine::Waiting {
    std::mutex mutex; ///< guards the reply
    std::condition_variable_any replied;
    std::optional<ReplyBody> reply;
    RequestId id = 0;   ///< the service's thread's own; 0: not sent yet
    bool given = false; ///< likewise: nobody waits any more
};

QueuedEngine::QueuedEngine(InferenceService& service) : m_service(&service)
{
    connect(&service, &InferenceService::finished, this, [this](RequestId id, const ReplyBody& reply) {
        const std::shared_ptr<Waiting> waiting = m_waiting.take(id);
        if (!waiting)
            return;
        const std::lock_guard lock(waiting->mutex);
        waiting->reply = reply;
        waiting->replied.notify_all();
    });
}

QueuedEngine::~QueuedEngine()
{
    for (auto it = m_waiting.cbegin(); m_service && it != m_waiting.cend(); ++it)
        m_service->cancel(it.key());
}

void QueuedEngine::send(RequestBody body, const std::shared_ptr<Waiting>& waiting)
{
    if (waiting->given)
        return;
    if (!m_service) {
        const std::lock_guard lock(waiting->mutex);
        waiting->reply = Cancelled();
        waiting->replied.notify_all();
        return;
    }
    waiting->id = m_service->submit(std::move(body), RequestQueue::Priority::Background);
    m_waiting.insert(waiting->id, waiting);
}

void QueuedEngine::giveUp(const std::shared_ptr<Waiting>& waiting)
{
    waiting->given = true;
    if (m_waiting.remove(waiting->id) > 0 && m_service)
        m_service->cancel(waiting->id);
}

ReplyBody QueuedEngine::ask(RequestBody body, const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Error(ErrorCode::Cancelled, sentence("Cancelled."));
    const auto waiting = std::make_shared<Waiting>();
    QMetaObject::invokeMethod(
        this, [this, body = std::move(body), waiting]() mutable { send(std::move(body), waiting); },
        Qt::QueuedConnection);
    std::unique_lock lock(waiting->mutex);
    waiting->replied.wait(lock, stop, [&] { return waiting->reply.has_value(); });
    if (!waiting->reply) {
        QMetaObject::invokeMethod(
            this, [this, waiting] { giveUp(waiting); }, Qt::QueuedConnection);
        throw Error(ErrorCode::Cancelled, sentence("Cancelled."));
    }
    if (const auto* problem = std::get_if<ErrorInfo>(&*waiting->reply))
        throw Error(problem->code, problem->said.english().empty() ? Sentence(problem->message) : problem->said);
    if (std::holds_alternative<Cancelled>(*waiting->reply))
        throw Error(ErrorCode::Cancelled, sentence("Cancelled."));
    return std::move(*waiting->reply);
}

LoadPackResult QueuedEngine::loadPack(const LoadPackRequest& request, const JobControl& control)
{
    return std::get<LoadPackResult>(ask(request, control.stop));
}

InferenceResult QueuedEngine::run(const InferenceRequest& request, const JobControl& control)
{
    return std::get<InferenceResult>(ask(request, control.stop));
}

std::vector<InferenceResult> QueuedEngine::runBatch(const std::vector<InferenceRequest>& questions,
                                                    const JobControl& control)
{
    if (questions.empty())
        return {};
    return std::get<BatchResult>(ask(BatchRequest{questions}, control.stop)).results;
}

Inspection QueuedEngine::inspect(const InspectRequest& request, const JobControl& control)
{
    return std::get<Inspection>(ask(request, control.stop));
}

std::shared_ptr<QueuedEngine> sharedEngine(InferenceService& service)
{
    return {new QueuedEngine(service), [](QueuedEngine* engine) {
                if (engine->thread() == QThread::currentThread())
                    delete engine;
                else
                    engine->deleteLater();
            }};
}

} // namespace vbs
