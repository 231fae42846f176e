#pragma once

#include "core/engine/inference_types.h"
#include "core/review/review_store.h"
#include "ui/review/reply_line.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <utility>

class QThread;

namespace vbs {

/// A review's store on a thread of its own, so that no disk and no server holds up the window. What it is given to do
/// is done in order. Methods, replies and signals belong to the thread that made it. There are none after its
/// destructor, which does not wait: what was to be done is done all the same, and then the thread ends on its own.
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

    /// For what calls back on the store's thread: what is posted is called here.
    std::shared_ptr<ReplyLine> line() const { return m_line; }
    bool isSilent() const { return m_silent; }

    /// When the store is closed, with all that was to be done in it.
    std::shared_future<void> closed() const { return m_closed; }
    /// Nothing more will be run: waits a little for what was to be done, as long as that may hold up a window.
    void finish(std::chrono::milliseconds most);
    /// Waits for all threads whose StoreThread is gone. @return whether they have ended.
    static bool waitForLeft(std::chrono::milliseconds most);

Q_SIGNALS:
    /// What was given to do is not done for seconds; or it is at last.
    void silent(bool is);

private:
    using Reply = std::function<void()>;
    struct There; ///< what belongs to the store's thread
    void post(std::function<Reply(ReviewStore&)> job, Refused refused);
    void onReply();

    QThread* m_thread;
    There* m_there;
    std::shared_ptr<ReplyLine> m_line;
    std::shared_future<void> m_closed;
    QTimer m_patience;
    std::size_t m_pending = 0; ///< what was given to do and is not done
    bool m_silent = false, m_finished = false;
};

} // namespace vbs
