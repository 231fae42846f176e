#include "ui/tasks/choose_panel.h"

#include "ui/tasks/choice_list.h"
#include "ui/tasks/sentence_edit.h"
#include "ui/tasks/text_row.h"
#include "ui/util/labels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace vbs {

ChoosePanel::ChoosePanel(Workbench& workbench, QWidget* parent)
    : TaskPage(workbench, Task::MultipleChoice, parent),
      m_text(new TextRow(workbench, Task::MultipleChoice,
                         {"choose", tr("Question"), tr("Question (optional)"), tr("Choose")})),
      m_choices(new ChoiceList), m_none(mutedLabel("chooseNone"))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addWidget(headingLabel(tr("Choices")));
    layout->addWidget(m_choices);
    layout->addWidget(m_none);
    connect(m_text, &TextRow::left, this, &TaskPage::textLeft);
    connect(m_choices, &ChoiceList::left, this, &TaskPage::textLeft);
    connect(m_choices, &ChoiceList::changed, this, [this](const QStringList& choices) {
        m_workbench.setInput({state().question, choices});
    });
    connect(m_choices, &ChoiceList::barChosen, this, &TaskPage::answerChosen);
    m_choices->setNeighbours(&m_text->edit(), m_text->button());
    connect(m_choices, &ChoiceList::asked, this, [this] { m_workbench.ask(state().question); });
}

void ChoosePanel::focusText()
{
    m_text->focusText();
}

void ChoosePanel::showInput()
{
    m_text->showText();
    if (m_choices->choices() != state().choices)
        m_choices->setChoices(state().choices);
    showAnswer(); // bars of other choices go
}

void ChoosePanel::showStale(bool stale)
{
    m_choices->setStale(stale);
}

void ChoosePanel::showExplained(const std::string& answer)
{
    m_choices->setExplained(answer);
}

void ChoosePanel::showAnswer()
{
    m_text->showHint();
    m_choices->setBars(barsOf(state()));
    m_none->setVisible(!state().answered && !statusText().isEmpty());
    m_none->setText(statusText());
}

} // namespace vbs
