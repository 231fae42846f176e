#include "ui/inside/hiding_page.h"

#include <QVBoxLayout>

namespace vbs {

HidingPage::HidingPage(InsideDesk& desk, QWidget* parent)
    : InsideView(desk, parent), m_run(desk.workbench().service()), m_strip(new RunStrip), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_column->addWidget(m_strip);
    connect(m_strip, &RunStrip::clicked, this, &HidingPage::click);
    connect(&m_run, &HidingRun::changed, this, &HidingPage::showRun);
}

void HidingPage::setContent(QWidget* content)
{
    m_content = content;
    m_column->addWidget(content, 1);
    m_column->addStretch(0);
}

void HidingPage::showLooked(const LookedPtr& looked)
{
    if (looked == m_of)
        return;
    m_of = looked;
    clear();
    m_run.forget();
}

void HidingPage::showRun()
{
    using Stage = HidingRun::Stage;
    m_content->setVisible(m_run.stage() == Stage::Done);
    m_strip->setVisible(m_run.stage() != Stage::Done);
    const bool single = m_of && m_of->request.task != Task::RegionToPhrase;
    if (!single)
        return m_strip->tell(tr("Finding has an answer for each phrase. Choose a task with a single answer for this."),
                             {});
    switch (m_run.stage()) {
    case Stage::Idle:
        m_strip->tell(offer(), button());
        break;
    case Stage::Running:
        m_strip->tell(underWay(), tr("Cancel"), m_run.fraction());
        break;
    case Stage::Cancelled:
        m_strip->tell(tr("Cancelled."), button());
        break;
    case Stage::Failed:
        m_strip->tell(m_run.problem(), tr("Try Again"));
        break;
    case Stage::Done:
        Q_EMIT sentenceChanged();
        break;
    }
}

void HidingPage::click()
{
    if (m_run.stage() == HidingRun::Stage::Running)
        m_run.cancel();
    else if (m_of)
        m_run.start(workFor(m_of->request));
}

} // namespace vbs
