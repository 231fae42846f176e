#include "ui/inside/hiding_run.h"

#include <utility>

namespace vbs {

HidingRun::HidingRun(InferenceService& service, QObject* parent) : QObject(parent), m_engine(sharedEngine(service))
{
    connect(&m_job, &BackgroundJob::progressed, this, [this](const QString& stage, double fraction) {
        m_doing = stage;
        m_fraction = fraction;
        Q_EMIT changed();
    });
    connect(&m_job, &BackgroundJob::failed, this, [this](const QString& sentence) { set(Stage::Failed, sentence); });
    connect(&m_job, &BackgroundJob::cancelled, this, [this] { set(Stage::Cancelled); });
}

void HidingRun::start(Work work)
{
    m_fraction = -1;
    m_doing.clear();
    m_job.start([this, engine = m_engine, work = std::move(work)](const JobControl& control) -> BackgroundJob::Reply {
        return [this, reply = work(*engine, control)] {
            reply();
            set(Stage::Done);
        };
    });
    set(Stage::Running);
}

void HidingRun::cancel()
{
    m_job.cancel();
}

void HidingRun::forget()
{
    m_job.forget();
    set(Stage::Idle);
}

void HidingRun::set(Stage stage, const QString& problem)
{
    m_stage = stage;
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace vbs
