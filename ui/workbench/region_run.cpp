#include "ui/workbench/region_run.h"

#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace vbs {

RegionRun::RegionRun(InferenceService& service, QObject* parent) : QObject(parent), m_service(service)
{
    connect(&m_loader, &ImageLoader::decoded, this, [this](LoadTicket ticket, const ImagePtr& image) {
        if (ticket != m_ticket)
            return;
        m_ticket = 0;
        m_openSeconds = double(m_opening.elapsed()) / 1000;
        InferenceRequest request;
        request.image = image;
        request.regionsOnly = true;
        m_request = m_service.submit(std::move(request), RequestQueue::Priority::Background);
    });
    connect(&m_loader, &ImageLoader::failed, this, [this](LoadTicket ticket, const ErrorInfo& error) {
        if (ticket != m_ticket)
            return;
        m_ticket = 0;
        count(true, problemText(error));
    });
}

void RegionRun::start(const QStringList& files)
{
    drop();
    m_files = files;
    m_status = {};
    m_status.state = State::Running;
    m_status.total = int(files.size());
    m_seconds = 0;
    m_looked = 0;
    next();
}

void RegionRun::next()
{
    if (m_status.done >= m_status.total)
        return end();
    m_opening.start();
    m_ticket = m_loader.decode(m_files[m_status.done]);
    tell();
}

void RegionRun::drop()
{
    m_loader.cancel();
    m_ticket = 0;
    if (m_request)
        m_service.cancel(std::exchange(m_request, 0));
}

void RegionRun::pause()
{
    if (m_status.state != State::Running)
        return;
    drop();
    m_status.state = State::Paused;
    tell();
}

void RegionRun::resume()
{
    if (m_status.state != State::Paused)
        return;
    m_status.state = State::Running;
    next();
}

void RegionRun::cancel()
{
    if (m_status.state == State::Running || m_status.state == State::Paused)
        end(tr("Cancelled."));
}

void RegionRun::leavePack()
{
    if (m_status.state == State::Running || m_status.state == State::Paused)
        end(tr("Another model pack is in use now, which has other regions."));
}

void RegionRun::clear()
{
    if (m_status.state != State::Ended)
        return;
    m_status = {};
    Q_EMIT changed();
}

void RegionRun::end(const QString& stopped)
{
    drop();
    m_files.clear();
    m_status.state = State::Ended;
    m_status.stopped = stopped;
    tell();
}

void RegionRun::progress(const Progress& progress)
{
    tell(std::clamp(progress.fraction, 0., 1.));
}

void RegionRun::finish(const ReplyBody& reply)
{
    m_request = 0;
    if (const auto* result = std::get_if<InferenceResult>(&reply)) {
        if (!result->timing.regionsCached) {
            m_seconds += m_openSeconds + result->timing.extractMs / 1000;
            ++m_looked;
        }
        count(false, {});
    } else if (const auto* error = std::get_if<ErrorInfo>(&reply)) {
        count(true, problemText(*error));
    } else {
        pause(); // somebody else stopped it
    }
}

void RegionRun::count(bool broken, const QString& problem)
{
    if (broken && m_status.broken++ == 0)
        m_status.problem = tr("%1: %2").arg(QFileInfo(m_files[m_status.done]).fileName(), problem);
    ++m_status.done;
    next();
}

void RegionRun::tell(double ofCurrent)
{
    const double done = m_status.done + ofCurrent;
    m_status.fraction = m_status.total > 0 ? done / m_status.total : 0;
    m_status.secondsLeft = m_looked > 0 ? m_seconds / m_looked * (m_status.total - done) : -1;
    Q_EMIT changed();
}

} // namespace vbs
