#include "ui/inside/curves_page.h"

#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr std::uint64_t kRandomOrder = 1; ///< the same one every time

} // namespace

CurvesPage::CurvesPage(InsideDesk& desk, QWidget* parent)
    : PlotView(desk, parent), m_run(desk.workbench().service()), m_strip(new RunStrip), m_plot(new CurvesPlot)
{
    setObjectName("curvesPage");
    m_plot->setSentenceShown(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_strip, 0, Qt::AlignTop);
    column->addWidget(m_plot, 1);
    connect(m_plot, &Plot::sentenceChanged, this, &InsideView::sentenceChanged);
    connect(m_strip, &RunStrip::clicked, this, &CurvesPage::click);
    connect(&m_run, &HidingRun::changed, this, &CurvesPage::showRun);
}

QString CurvesPage::sentence() const
{
    return m_plot->isEmpty() ? tr("An explanation that names what the answer hangs on makes it fall early when its "
                                  "first regions are hidden.")
                             : m_plot->sentence();
}

void CurvesPage::showLooked(const LookedPtr& looked)
{
    if (looked == m_shown)
        return;
    m_shown = looked;
    m_plot->clear();
    m_run.forget();
}

void CurvesPage::showRun()
{
    using Stage = HidingRun::Stage;
    const QString begin = tr("Draw the Curves");
    m_plot->setVisible(m_run.stage() == Stage::Done);
    m_strip->setVisible(m_run.stage() != Stage::Done);
    if (m_shown && m_shown->request.task == Task::RegionToPhrase)
        return m_strip->tell(tr("Find has an answer for each phrase; these curves need a task with a single answer."),
                             {});
    switch (m_run.stage()) {
    case Stage::Idle:
        m_strip->tell(tr("Which explanation deserves trust? Regions are hidden in the order of each, and the answer "
                         "should change sooner than in a random order."),
                      begin);
        break;
    case Stage::Running:
        m_strip->tell(tr("Asking the model again and again with regions hidden."), tr("Cancel"), m_run.fraction());
        break;
    case Stage::Cancelled:
        m_strip->tell(tr("Drawing the curves was cancelled."), begin);
        break;
    case Stage::Failed:
        m_strip->tell(m_run.problem(), tr("Try Again"));
        break;
    case Stage::Done:
        Q_EMIT sentenceChanged();
        break;
    }
}

void CurvesPage::click()
{
    if (m_run.stage() == HidingRun::Stage::Running)
        return m_run.cancel();
    if (!m_shown)
        return;
    m_run.start([this, request = m_shown->request](InferenceBackend& engine,
                                                   const JobControl& control) -> BackgroundJob::Reply {
        return [this, curves = hidingCurves(engine, request, kRandomOrder, control)] { m_plot->show(curves); };
    });
}

} // namespace vbs
