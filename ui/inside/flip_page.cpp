#include "ui/inside/flip_page.h"

#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

/// The request with these regions of both pictures hidden besides.
InferenceRequest hidingToo(InferenceRequest request, const std::vector<std::size_t>& regions,
                           const InferenceResult& result)
{
    const std::size_t left = result.regions.regions.size(), right = result.rightRegions.regions.size();
    for (const std::size_t region : regions) {
        std::vector<bool>& marks = region < left ? request.hiddenRegions : request.hiddenRightRegions;
        marks.resize(region < left ? left : right, false);
        marks[region < left ? region : region - left] = true;
    }
    return request;
}

} // namespace

FlipPage::FlipPage(InsideDesk& desk, QWidget* parent)
    : PlotView(desk, parent), m_run(desk.workbench().service()), m_plot(new FlipView)
{
    setObjectName("flipPage");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot, 1);
    connect(m_plot, &FlipView::findRequested, this, &FlipPage::find);
    connect(m_plot, &FlipView::stopRequested, this, [this] { m_run.cancel(); });
    connect(m_plot, &FlipView::hideRequested, this, &FlipPage::toggle);
    connect(m_plot, &FlipView::bringBackRequested, this, [this] {
        if (m_flip)
            toggle(m_flip->regions);
    });
    connect(&m_run, &HidingRun::changed, this, &FlipPage::showRun);
}

QString FlipPage::sentence() const
{
    return tr("What an answer hangs on is shown by taking it away, not by where the model looks. Several sets may "
              "do it; the search looks for the smallest.");
}

void FlipPage::showLooked(const LookedPtr& looked)
{
    if (m_shown && sameRequest(looked->request, m_shown->request))
        return m_plot->setHidden(false);
    if (m_flip &&
        sameRequest(looked->request, hidingToo(m_shown->request, m_flip->regions, m_shown->inspection.result)))
        return m_plot->setHidden(true); // what is shown is hidden: it still holds
    m_shown = looked;
    m_flip.reset();
    m_run.forget();
    m_plot->clear();
    m_plot->setHidden(false);
    m_plot->setFindable(looked->request.task != Task::RegionToPhrase);
}

void FlipPage::find()
{
    if (!m_shown)
        return;
    m_run.start([this, request = m_shown->request](InferenceBackend& engine,
                                                   const JobControl& control) -> BackgroundJob::Reply {
        return [this, flip = smallestFlip(engine, request, {}, control)] {
            m_flip = flip;
            m_plot->show(flip, m_shown->inspection.result);
        };
    });
}

void FlipPage::showRun()
{
    using Stage = HidingRun::Stage;
    if (m_run.stage() == Stage::Running)
        m_plot->setRunning(m_run.doing(), m_run.fraction());
    else if (m_run.stage() == Stage::Failed)
        m_plot->setFailed(m_run.problem());
    else if (m_run.stage() == Stage::Cancelled)
        m_plot->setFailed(tr("The search was cancelled."));
}

/// As the user would by clicking on them: a second time brings them back.
void FlipPage::toggle(const std::vector<std::size_t>& regions)
{
    if (!m_shown)
        return;
    const int left = int(m_shown->inspection.result.regions.regions.size());
    for (const std::size_t region : regions) {
        const Side side = int(region) < left ? Side::Left : Side::Right;
        desk().workbench().regions(side).toggle(int(region) - (side == Side::Left ? 0 : left));
    }
}

} // namespace vbs
