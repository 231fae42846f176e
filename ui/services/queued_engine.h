#pragma once

#include "core/engine/inference_backend.h"
#include "ui/services/inference_service.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <memory>

namespace vbs {

/// The window's engine for work on a thread of its own: each question waits until nothing that the user asks does.
/// Made and destroyed on the service's thread, when the other thread is done; questions are refused once the service
/// is gone.
class QueuedEngine : public QObject, public InferenceBackend {
    Q_OBJECT
public:
    explicit QueuedEngine(InferenceService& service);
    ~QueuedEngine() override;

    // For the other thread.
    LoadPackResult loadPack(const LoadPackRequest& request, const JobControl& control) override;
    InferenceResult run(const InferenceRequest& request, const JobControl& control) override;
    std::vector<InferenceResult> runBatch(const std::vector<InferenceRequest>& questions,
                                          const JobControl& control) override;
    Inspection inspect(const InspectRequest& request, const JobControl& control) override;

private:
    struct Waiting;
    ReplyBody ask(RequestBody body, const std::stop_token& stop);
    void send(RequestBody body, const std::shared_ptr<Waiting>& waiting);
    void giveUp(const std::shared_ptr<Waiting>& waiting);

    QPointer<InferenceService> m_service;
    QHash<RequestId, std::shared_ptr<Waiting>> m_waiting;
};

/// One that may be given up last by another thread: then the service's thread destroys it.
std::shared_ptr<QueuedEngine> sharedEngine(InferenceService& service);

} // namespace vbs
