#include "ui/window/status_panel.h"

#include "ui/util/core_text.h"
#include "ui/util/icons.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <cmath>

namespace vbs {
namespace {

constexpr int kPatienceMs = 150;

QLabel* label(const char* objectName)
{
    auto* result = plainLabel();
    result->setObjectName(objectName);
    return result;
}

} // namespace

StatusPanel::StatusPanel(Workbench& workbench, QWidget* parent)
    : QStatusBar(parent), m_workbench(workbench), m_place(label("statusPlace")), m_pixel(label("statusPixel")),
      m_region(label("statusRegion")), m_times(label("statusTimes")), m_engine(label("statusEngine")),
      m_activity(label("statusActivity")), m_progress(new QProgressBar), m_cancel(new QToolButton)
{
    setSizeGripEnabled(false);
    addWidget(m_place);
    addWidget(m_pixel);
    addWidget(m_region);
    for (QLabel* shrinks : {m_pixel, m_region, m_times, m_engine, m_activity})
        shrinks->setMinimumWidth(1); // a long text must not widen the window
    addPermanentWidget(m_activity);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_cancel);
    addPermanentWidget(m_times);
    addPermanentWidget(m_engine);

    m_progress->setObjectName("progress");
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setFixedSize(120, 8);
    m_progress->setTextVisible(false);
    m_cancel->setObjectName("cancel");
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAutoRaise(true);
    m_cancel->setToolTip(tr("Cancel the current operation"));
    connect(m_cancel, &QToolButton::clicked, &workbench, &Workbench::cancel);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&workbench, &Workbench::stateChanged, this, &StatusPanel::fit, Qt::QueuedConnection); // after the texts
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_activity->show();
        m_progress->show();
        m_cancel->setVisible(m_workbench.state().activity.cancellable);
    });

    const Changes inHand = changesOf(SideChange::Picture | SideChange::Regions) | Change::Focus | Change::Task;
    watch(workbench, inHand | Change::Files | Change::CurrentFile, this, [this] { showPlace(); });
    watch(workbench, inHand | changesOf(SideChange::Picked), this, [this] { showRegion(); });
    // Regions that are found anew may be the same, but took another time.
    watch(workbench, inHand | Change::Answer | Change::Activity, this, [this] { showTimes(); });
    watch(workbench, Change::Pack, this, [this] { showEngine(); });
    watch(workbench, Change::Activity, this, [this] { showActivity(); });
    showPlace();
    showRegion();
    showEngine();
    showTimes();
    showActivity();
    showPixel({-1, -1});
}

void StatusPanel::showPixel(const QPoint& pixel)
{
    m_pixel->setVisible(pixel.x() >= 0);
    if (pixel.x() >= 0)
        m_pixel->setText(tr("x %1, y %2").arg(pixel.x()).arg(pixel.y()));
}

void StatusPanel::showPlace()
{
    const WorkbenchState& state = m_workbench.state();
    QStringList parts;
    if (state.currentFile >= 0 && state.files.size() > 1)
        parts << tr("%1 of %2").arg(state.currentFile + 1).arg(state.files.size());
    if (state.inHand().picture) {
        const RgbImage& image = *state.inHand().picture->pixels->image();
        parts << tr("%1 × %2").arg(image.width).arg(image.height);
        if (image.frames > 1)
            parts << tr("frame 1 of %1").arg(image.frames);
        if (!image.flaw.empty())
            parts << tr("incomplete");
    }
    m_place->setText(parts.join("  ·  "));
    m_place->setVisible(!parts.isEmpty());
}

void StatusPanel::showRegion()
{
    const SideState& side = m_workbench.state().inHand();
    m_region->hide();
    if (!side.regions)
        return;
    if (side.isShown(side.picked)) {
        const Region& picked = side.regions->regions[std::size_t(side.picked)];
        m_region->setText(tr("Picked: %1, %2 × %3")
                              .arg(shownRegionName(picked, side.isOwn()))
                              .arg(std::lround(picked.box.width()))
                              .arg(std::lround(picked.box.height())));
    } else {
        m_region->setText(regionCountText(side));
    }
    m_region->show();
}

void StatusPanel::showEngine()
{
    const WorkbenchState& state = m_workbench.state();
    if (!state.pack) {
        m_engine->setText(tr("No model pack"));
        m_engine->setToolTip(plainToolTip(state.packProblem));
        return;
    }
    const DeviceInfo& device = state.device;
    const QString title = titleOf(*state.pack);
    const QString threads = tr("%n thread(s)", nullptr, device.threads);
    const QString place = device.device == "cpu" ? tr("running on the CPU (%1)").arg(threads)
                                                 : tr("running on %1").arg(toQString(device.device).toUpper());
    m_engine->setText(tr("%1  ·  %2").arg(title, place));
    m_engine->setToolTip(plainToolTip(tr("%1\n%2\nPrecision: %3. LibTorch %4.")
                                          .arg(coreText(state.pack->description), coreText(device.reason),
                                               toQString(device.precision), toQString(device.libtorch))));
}

void StatusPanel::showTimes()
{
    const WorkbenchState& state = m_workbench.state();
    QStringList parts;
    if (const auto& extraction = state.inHand().extraction) {
        const QString time = timingText(extraction->extractMs);
        parts << (extraction->regionsCached ? tr("Regions %1 (cached)").arg(time) : tr("Regions %1").arg(time));
    }
    if (state.answered)
        parts << tr("Answer %1").arg(timingText(state.answered->result.timing.inferMs));
    m_times->setText(parts.join("  ·  "));
    m_times->setVisible(!parts.isEmpty());
}

void StatusPanel::showActivity()
{
    const Activity& activity = m_workbench.state().activity;
    if (activity.text.isEmpty()) {
        m_patience.stop();
        m_activity->hide();
        m_progress->hide();
        m_cancel->hide();
        return;
    }
    m_activity->setText(activity.text);
    m_progress->setRange(0, activity.fraction < 0 ? 0 : 1000);
    if (activity.fraction >= 0)
        m_progress->setValue(int(std::lround(activity.fraction * 1000)));
    if (m_progress->isHidden()) {
        if (!m_patience.isActive())
            m_patience.start();
    } else {
        m_cancel->setVisible(activity.cancellable);
    }
}

/// Where there is not room for all, the times go first, then the regions: both stand elsewhere, too.
void StatusPanel::fit()
{
    constexpr int kGap = 16;
    int needed = 0;
    for (const QWidget* part :
         {static_cast<QWidget*>(m_place), static_cast<QWidget*>(m_pixel), static_cast<QWidget*>(m_region),
          static_cast<QWidget*>(m_times), static_cast<QWidget*>(m_engine), static_cast<QWidget*>(m_activity),
          static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        needed += part->isHidden() ? 0 : part->sizeHint().width() + kGap;
    for (QLabel* part : {m_times, m_region}) {
        const bool fits = needed <= width();
        part->setMaximumWidth(fits ? QWIDGETSIZE_MAX : 0);
        part->setMinimumWidth(fits ? 1 : 0);
        if (!fits && !part->isHidden())
            needed -= part->sizeHint().width() + kGap;
    }
}

void StatusPanel::resizeEvent(QResizeEvent* event)
{
    QStatusBar::resizeEvent(event);
    fit();
}

} // namespace vbs
