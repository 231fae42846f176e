#pragma once

#include "core/engine/inference_types.h"
#include "core/review/review_store.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <utility>

namespace vbs {

/// A review's store on a thread of its own, so that no disk and no server holds up the window. What it is given to do
/// is done in order. Methods and replies belong to the thread that made it; there are none after its destructor, which
/// waits for all that was to be done.
class StoreThread : public QObject {
    Q_OBJECT
public:
    using Open = std::function<std::unique_ptr<ReviewStore>()>;
    using Refused = std::function<void(const ErrorInfo&)>;

    /// @param open called on the store's thread. When it throws, all that is run is refused for the same reason.
    explicit StoreThread(Open open, QObject* parent = nullptr);
    ~StoreThread() override;

    /// Calls work(store) there, then then(what it returned) here; or refused, when it throws.
    template <typename Work, typename Then> void run(Work work, Then then, Refused refused)
    {
        post(
            [work = std::move(work), then = std::move(then)](ReviewStore& store) -> Reply {
                auto result = std::make_shared<decltype(work(store))>(work(store));
                return [then, result] { then(std::move(*result)); };
            },
            std::move(refused));
    }

private:
    using Reply = std::function<void()>;
    void post(std::function<Reply(ReviewStore&)> job, Refused refused);

    QThread m_thread;
    QObject* m_worker;                    ///< lives on the thread
    std::unique_ptr<ReviewStore> m_store; ///< the thread's own
    ErrorInfo m_whyNone;                  ///< the thread's own: why there is no store
};

} // namespace vbs
