#include "ui/services/inference_service.h"

#include <algorithm>

namespace vbs {

InferenceService::InferenceService(std::unique_ptr<InferenceBackend> backend, QObject* parent) : QObject(parent)
{
    RequestQueue::Handlers handlers;
    handlers.onProgress = [this](RequestId id, const Progress& progress) {
        QMetaObject::invokeMethod(
            this, [this, id, progress] { Q_EMIT progressed(id, progress); }, Qt::QueuedConnection);
    };
    handlers.onFinished = [this](RequestId id, ReplyBody reply) {
        QMetaObject::invokeMethod(
            this, [this, id, reply = std::move(reply)] { Q_EMIT finished(id, reply); }, Qt::QueuedConnection);
    };
    m_queue = std::make_unique<RequestQueue>(std::move(backend), std::move(handlers));
}

// The queue joins its worker before QObject's destructor drops the events that are still under way.
InferenceService::~InferenceService()
{
    m_queue.reset();
}

RequestId InferenceService::submit(RequestBody body, RequestQueue::Priority priority)
{
    const auto usePackOf = [this](InferenceRequest& request) {
        if (request.pack == 0)
            request.pack = m_pack;
    };
    if (auto* request = std::get_if<InferenceRequest>(&body))
        usePackOf(*request);
    if (auto* batch = std::get_if<BatchRequest>(&body))
        std::ranges::for_each(batch->questions, usePackOf);
    if (auto* look = std::get_if<InspectRequest>(&body))
        usePackOf(look->question);
    return m_queue->submit(std::move(body), priority);
}

void InferenceService::cancel(RequestId id)
{
    m_queue->cancel(id);
}

} // namespace vbs
