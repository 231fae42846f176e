#include "ui/window/region_run_bar.h"

#include "core/base/duration_text.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace vbs {
namespace {

QString textOf(const RegionRun::Status& status)
{
    const QString place = RegionRunBar::tr("%1 of %n picture(s)", nullptr, int(status.total)).arg(status.done);
    switch (status.state) {
    case RegionRun::State::Idle:
        return {};
    case RegionRun::State::Running:
        return status.secondsLeft < 0
                   ? RegionRunBar::tr("Finding regions: %1").arg(place)
                   : RegionRunBar::tr("Finding regions: %1, about %2 left")
                         .arg(place, toQString(durationText(std::max(1., std::ceil(status.secondsLeft)))));
    case RegionRun::State::Paused:
        return RegionRunBar::tr("Paused at %1").arg(place);
    case RegionRun::State::Ended:
        return status.stopped.isEmpty() ? RegionRunBar::tr("The regions of %1 are known.").arg(place)
                                        : RegionRunBar::tr("Stopped at %1. %2").arg(place, status.stopped);
    }
    return {};
}

} // namespace

RegionRunBar::RegionRunBar(RegionRun& run, QWidget* parent)
    : QWidget(parent), m_run(run), m_text(mutedLabel("regionRunText")), m_broken(mutedLabel("regionRunBroken")),
      m_progress(new QProgressBar), m_hold(new QPushButton), m_end(new QPushButton)
{
    setObjectName("regionRunBar");
    m_progress->setObjectName("regionRunProgress");
    m_progress->setAccessibleName(tr("Pictures whose regions are known"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_hold->setObjectName("regionRunHold");
    m_end->setObjectName("regionRunEnd");
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_text, 0, 0, 1, 2);
    layout->addWidget(m_broken, 1, 0, 1, 2);
    layout->addWidget(m_progress, 2, 0, 1, 2);
    layout->addWidget(m_hold, 3, 0);
    layout->addWidget(m_end, 3, 1);
    connect(m_hold, &QPushButton::clicked, this,
            [this] { m_run.status().state == RegionRun::State::Paused ? m_run.resume() : m_run.pause(); });
    connect(m_end, &QPushButton::clicked, this,
            [this] { m_run.status().state == RegionRun::State::Ended ? m_run.clear() : m_run.cancel(); });
    connect(&m_run, &RegionRun::changed, this, &RegionRunBar::showStatus);
    showStatus();
}

void RegionRunBar::showStatus()
{
    const RegionRun::Status& status = m_run.status();
    const bool ended = status.state == RegionRun::State::Ended;
    setVisible(status.state != RegionRun::State::Idle);
    m_text->setText(textOf(status));
    m_broken->setVisible(status.broken > 0);
    m_broken->setText(tr("%n picture(s) could not be looked at.", nullptr, int(status.broken)));
    m_broken->setToolTip(plainToolTip(status.problem));
    m_progress->setVisible(!ended);
    m_progress->setValue(int(std::lround(status.fraction * 1000)));
    m_hold->setVisible(!ended);
    m_hold->setText(status.state == RegionRun::State::Paused ? tr("Resume") : tr("Pause"));
    m_end->setText(ended ? tr("Close") : tr("Cancel"));
}

} // namespace vbs
