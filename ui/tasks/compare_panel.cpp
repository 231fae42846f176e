#include "ui/tasks/compare_panel.h"

#include "ui/tasks/bars_view.h"
#include "ui/tasks/text_row.h"
#include "ui/util/icons.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace vbs {

ComparePanel::ComparePanel(Workbench& workbench, QWidget* parent)
    : TaskPage(workbench, Task::VisualReasoning, parent),
      m_text(new TextRow(workbench, Task::VisualReasoning,
                         {"compare", tr("Statement"),
                          tr("Make a statement about both pictures, e.g. “Both show a ball.”"), tr("Check")})),
      m_none(mutedLabel("compareNone")), m_verdict(plainLabel()),
      m_bars(answerView(new BarsView("compareBars", tr("Verdict")))),
      m_swap(new QPushButton(lineIcon("swap"), tr("Swap")))
{
    auto* open = new QPushButton(lineIcon("open"), tr("Second Picture…"));
    open->setObjectName("openRight");
    open->setToolTip(tr("Open the picture on the right; one can be dropped there, too"));
    m_swap->setObjectName("swapPictures");
    m_swap->setToolTip(tr("Swap the two pictures"));
    m_verdict->setObjectName("verdict");
    m_verdict->setProperty("role", "title");
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(open);
    buttons->addWidget(m_swap);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    layout->addSpacing(4);
    layout->addWidget(headingLabel(tr("Verdict")));
    layout->addWidget(m_none);
    layout->addWidget(m_verdict);
    layout->addWidget(m_bars);
    connect(m_text, &TextRow::left, this, &TaskPage::textLeft);
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested("open-right"); });
    connect(m_swap, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested("swap"); });
}

void ComparePanel::focusText()
{
    m_text->focusText();
}
void ComparePanel::showInput()
{
    m_text->showText();
}

void ComparePanel::showAnswer()
{
    m_text->showHint();
    const std::vector<AnswerBar> bars = barsOf(state());
    m_bars->setBars(bars);
    const auto best = std::find_if(bars.begin(), bars.end(), [](const AnswerBar& bar) { return bar.best; });
    m_verdict->setVisible(best != bars.end());
    if (best != bars.end())
        m_verdict->setText(best == bars.begin() ? tr("True") : tr("False"));
    m_none->setVisible(bars.empty());
    m_none->setText(state().left.picture && !state().right.picture
                        ? tr("Open a second picture, or drop one on the right.")
                        : statusText());
    m_swap->setEnabled(state().left.picture && state().right.picture);
}

} // namespace vbs
