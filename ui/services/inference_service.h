#pragma once

#include "core/engine/request_queue.h"

#include <QObject>

#include <memory>

namespace vbs {

/// The engine for the GUI thread: requests go in here, and every reply comes back as a signal on the thread
/// that owns this object, with the id that submit() gave.
class InferenceService : public QObject {
    Q_OBJECT
public:
    explicit InferenceService(std::unique_ptr<InferenceBackend> backend, QObject* parent = nullptr);
    ~InferenceService() override;

    /// Which pack is asked from now on by requests that name none; 0: the one that was loaded last.
    void usePack(PackId pack) { m_pack = pack; }
    PackId pack() const { return m_pack; }
    RequestId submit(RequestBody body, RequestQueue::Priority priority = RequestQueue::Priority::Ordinary);
    void cancel(RequestId id);

Q_SIGNALS:
    void progressed(vbs::RequestId id, const vbs::Progress& progress);
    void finished(vbs::RequestId id, const vbs::ReplyBody& reply);

private:
    PackId m_pack = 0;
    std::unique_ptr<RequestQueue> m_queue; ///< its handlers run on the worker and only post events to us
};

} // namespace vbs
