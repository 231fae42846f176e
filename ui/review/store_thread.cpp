#include "ui/review/store_thread.h"

#include "ui/services/problem_of.h"

namespace vbs {

StoreThread::StoreThread(Open open, QObject* parent) : QObject(parent), m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, [this, open = std::move(open)] {
        if (const auto problem = problemOf([&] { m_store = open(); }))
            m_whyNone = *problem;
    });
}

StoreThread::~StoreThread()
{
    // A database's connection is closed by the thread that made it.
    QMetaObject::invokeMethod(m_worker, [this] {
        m_store.reset();
        delete m_worker;
        m_thread.quit();
    });
    m_thread.wait();
}

void StoreThread::post(std::function<Reply(ReviewStore&)> job, Refused refused)
{
    QMetaObject::invokeMethod(m_worker, [this, job = std::move(job), refused = std::move(refused)] {
        Reply reply;
        std::optional<ErrorInfo> problem;
        if (m_store)
            problem = problemOf([&] { reply = job(*m_store); });
        else
            problem = m_whyNone;
        if (problem)
            reply = [refused, why = *problem] { refused(why); };
        QMetaObject::invokeMethod(this, std::move(reply), Qt::QueuedConnection);
    });
}

} // namespace vbs
