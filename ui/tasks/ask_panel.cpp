#include "ui/tasks/ask_panel.h"

#include "ui/tasks/bars_view.h"
#include "ui/tasks/text_row.h"
#include "ui/util/labels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace vbs {

AskPanel::AskPanel(Workbench& workbench, QWidget* parent)
    : TaskPage(workbench, Task::VisualQuestionAnswering, parent),
      m_text(new TextRow(workbench, Task::VisualQuestionAnswering,
                         {"ask", tr("Question"), tr("Ask a question about the picture"), tr("Ask")})),
      m_none(mutedLabel("noAnswers")), m_bars(answerView(new BarsView("answers", tr("Answers"))))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addWidget(headingLabel(tr("Answers")));
    layout->addWidget(m_none);
    layout->addWidget(m_bars);
    connect(m_text, &TextRow::left, this, &TaskPage::textLeft);
}

void AskPanel::focusText()
{
    m_text->focusText();
}
void AskPanel::showInput()
{
    m_text->showText();
}

void AskPanel::showAnswer()
{
    m_text->showHint();
    m_bars->setBars(barsOf(state()));
    m_none->setVisible(m_bars->bars().empty());
    m_none->setText(!state().left.picture             ? tr("Open a picture, then ask a question about it.")
                    : state().activity.text.isEmpty() ? tr("Type a question, or choose one of these.")
                                                      : tr("%1…").arg(state().activity.text));
}

} // namespace vbs
