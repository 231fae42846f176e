#include "ui/services/background_job.h"

#include "ui/services/problem_of.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <mutex>
#include <utility>

namespace vbs {
namespace {

constexpr int kMostJobs = 8; ///< one for each dialog and panel, the model's, and those that have not stopped yet

constexpr std::chrono::seconds kLongestEnd(15);

QThreadPool& jobPool()
{
    // Never destroyed, which would wait without end for a server that hangs.
    static QThreadPool* const pool = [] {
        auto* made = new QThreadPool;
        made->setMaxThreadCount(kMostJobs);
        // What they use, data bases above all, needs the application.
        qAddPostRoutine([] { waitForBackground(kLongestEnd); });
        return made;
    }();
    return *pool;
}

} // namespace

struct BackgroundJob::Line {
    std::mutex mutex;
    BackgroundJob* job; ///< null: gone
    Progress progress;  ///< that was not told yet
    bool hasProgress = false;

    explicit Line(BackgroundJob* owner) : job(owner) {}

    void post(std::function<void(BackgroundJob&)> event)
    {
        const std::lock_guard lock(mutex);
        if (job != nullptr)
            QMetaObject::invokeMethod(
                job, [to = job, event = std::move(event)] { event(*to); }, Qt::QueuedConnection);
    }

    /// However often work reports, one event at a time waits for the GUI thread.
    void tell(const Progress& now, const std::shared_ptr<Line>& self, const std::stop_token& stop)
    {
        {
            const std::lock_guard lock(mutex);
            progress = now;
            if (std::exchange(hasProgress, true))
                return;
        }
        post([self, stop](BackgroundJob& owner) {
            std::unique_lock lock(self->mutex);
            self->hasProgress = false;
            const Progress last = self->progress;
            lock.unlock();
            if (!stop.stop_requested())
                Q_EMIT owner.progressed(coreText(last.stage), last.fraction);
        });
    }
};

bool waitForBackground(std::chrono::milliseconds most)
{
    return jobPool().waitForDone(int(most.count()));
}

void runInBackground(std::function<void()> work)
{
    jobPool().start(std::move(work));
}

BackgroundJob::BackgroundJob(QObject* parent) : QObject(parent), m_line(std::make_shared<Line>(this)) {}

BackgroundJob::~BackgroundJob()
{
    m_stop.request_stop();
    const std::lock_guard lock(m_line->mutex);
    m_line->job = nullptr;
}

void BackgroundJob::start(Work work)
{
    m_next = std::move(work);
    m_wanted = true;
    if (m_isUnderWay)
        m_stop.request_stop();
    else
        begin();
}

void BackgroundJob::cancel()
{
    m_stop.request_stop();
    if (std::exchange(m_next, nullptr)) {
        m_wanted = false;
        Q_EMIT cancelled();
    }
}

void BackgroundJob::forget()
{
    m_stop.request_stop();
    m_next = nullptr;
    m_wanted = false;
}

void BackgroundJob::begin()
{
    m_isUnderWay = true;
    m_stop = std::stop_source();
    runInBackground([line = m_line, work = std::exchange(m_next, nullptr), stop = m_stop.get_token()]() mutable {
        const JobControl control{stop, [&](const Progress& progress) { line->tell(progress, line, stop); }};
        Reply reply;
        const auto problem = problemOf([&] {
            control.throwIfStopped();
            reply = work(control);
        });
        work = nullptr; // what it holds goes here, not with the pool's next work
        line->post([reply = std::move(reply), problem](BackgroundJob& job) { job.end(reply, problem); });
    });
}

void BackgroundJob::end(const Reply& reply, const std::optional<ErrorInfo>& problem)
{
    m_isUnderWay = false;
    if (m_next)
        return begin();
    if (!std::exchange(m_wanted, false))
        return;
    if (!problem)
        reply();
    else if (problem->code == ErrorCode::Cancelled)
        Q_EMIT cancelled();
    else
        Q_EMIT failed(problemText(*problem));
}

} // namespace vbs
