#include "ui/review/store_thread.h"

#include "ui/services/problem_of.h"

#include <QDeadlineTimer>
#include <QThread>

namespace vbs {
namespace {

constexpr std::chrono::seconds kAnswerPatience(2);

/// Threads that end on their own. The GUI thread's.
QList<QThread*>& leftThreads()
{
    static QList<QThread*> threads;
    return threads;
}

} // namespace

struct StoreThread::There : QObject {
    std::unique_ptr<ReviewStore> store;
    ErrorInfo whyNone; ///< why there is no store
    std::promise<void> closed;
};

StoreThread::StoreThread(Open open, QObject* parent)
    : QObject(parent), m_thread(new QThread), m_there(new There), m_line(std::make_shared<ReplyLine>(this))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kAnswerPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_silent = true;
        Q_EMIT silent(true);
    });
    m_closed = m_there->closed.get_future().share();
    m_there->moveToThread(m_thread);
    m_thread->start();
    QMetaObject::invokeMethod(m_there, [there = m_there, open = std::move(open)] {
        if (const auto problem = problemOf([&] { there->store = open(); }))
            there->whyNone = *problem;
    });
}

StoreThread::~StoreThread()
{
    finish(std::chrono::milliseconds(0));
    if (m_thread->isFinished()) {
        delete m_thread;
        return;
    }
    leftThreads() << m_thread;
    connect(m_thread, &QThread::finished, m_thread, [thread = m_thread] {
        if (leftThreads().removeOne(thread))
            thread->deleteLater();
    });
}

void StoreThread::finish(std::chrono::milliseconds most)
{
    m_line->cut();
    m_patience.stop();
    if (!std::exchange(m_finished, true))
        // A database's connection is closed by the thread that made it.
        QMetaObject::invokeMethod(m_there, [there = m_there, thread = m_thread] {
            there->store.reset();
            there->closed.set_value();
            delete there;
            thread->quit();
        });
    m_thread->wait(QDeadlineTimer(most));
}

bool StoreThread::waitForLeft(std::chrono::milliseconds most)
{
    const QDeadlineTimer deadline(most);
    QList<QThread*>& left = leftThreads();
    while (!left.isEmpty() && left.front()->wait(deadline))
        delete left.takeFirst();
    return left.isEmpty();
}

void StoreThread::post(std::function<Reply(ReviewStore&)> job, Refused refused)
{
    if (m_pending++ == 0)
        m_patience.start();
    const auto onThread = [this, there = m_there, line = m_line, job = std::move(job), refused = std::move(refused)] {
        Reply reply;
        std::optional<ErrorInfo> problem;
        if (there->store)
            problem = problemOf([&] { reply = job(*there->store); });
        else
            problem = there->whyNone;
        if (problem)
            reply = [refused, why = *problem] { refused(why); };
        line->post([this, reply = std::move(reply)] {
            onReply();
            reply();
        });
    };
    QMetaObject::invokeMethod(m_there, onThread);
}

void StoreThread::onReply()
{
    if (--m_pending > 0)
        m_patience.start();
    else
        m_patience.stop();
    if (std::exchange(m_silent, false))
        Q_EMIT silent(false);
}

} // namespace vbs
