#include "ui/widgets/job_bar.h"

#include "ui/services/background_job.h"
#include "ui/util/labels.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <cmath>

namespace vbs {
namespace {

constexpr int kSteps = 1000;

} // namespace

JobBar::JobBar(BackgroundJob& job, QWidget* parent)
    : QWidget(parent), m_bar(new QProgressBar), m_stage(mutedLabel("jobStage"))
{
    m_bar->setObjectName("jobProgress");
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_bar);
    layout->addWidget(m_stage);
    connect(&job, &BackgroundJob::progressed, this, &JobBar::showProgress);
    hide();
}

void JobBar::begin(const QString& stage)
{
    showProgress(stage, -1);
    setVisible(true);
}

void JobBar::end()
{
    hide();
}

void JobBar::showProgress(const QString& stage, double fraction)
{
    m_stage->setText(stage);
    m_bar->setRange(0, fraction < 0 ? 0 : kSteps);
    m_bar->setValue(fraction < 0 ? 0 : int(std::lround(kSteps * fraction)));
}

} // namespace vbs
