#include "ui/lesson/recorder/step_editor.h"

#include "ui/lesson/recorder/draft_fields.h"
#include "ui/lesson/recorder/markdown_edit.h"
#include "ui/lesson/recorder/model_part.h"
#include "ui/lesson/recorder/quiz_part.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QVBoxLayout>

namespace vbs {
namespace {

enum Tab { TextTab, ModelTab, QuizTab, NotesTab };

/// A step's text or its notes.
class TextPart : public StepPart {
public:
    TextPart(LessonDraft& draft, MarkdownEdit* text, LessonDraft::Field field, const QString& undo,
             std::string LessonStep::*part)
        : StepPart(draft), m_text(text), m_part(part)
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 8, 0, 0);
        column->addWidget(text);
        connect(text, &MarkdownEdit::edited, this, [this, field, undo](const QString& now) {
            edit(undo, field, [&](LessonStep& step) { step.*m_part = now.toStdString(); });
        });
    }

protected:
    void show(const LessonStep& step) override { m_text->show(step.*m_part); }

private:
    MarkdownEdit* m_text;
    std::string LessonStep::*m_part;
};

} // namespace

StepEditor::StepEditor(LessonDraft& draft, DraftPictures& pictures, QWidget* parent)
    : QWidget(parent), m_draft(draft),
      m_title(draftLine("stepTitle", tr("Title of the step"), tr("Title of the step"), draft)),
      m_trouble(troubleLabel("stepTrouble")), m_tabs(new QTabWidget)
{
    m_tabs->setObjectName("stepTabs");
    m_tabs->setDocumentMode(true);
    auto* model = new ModelPart(draft, pictures);
    addPart(new TextPart(draft,
                         new MarkdownEdit("stepText", tr("Text of the step"),
                                          tr("What the class reads beside the picture"), draft),
                         LessonDraft::Text, tr("Change the Text"), &LessonStep::text),
            tr("Te&xt"));
    addPart(model, tr("Picture and Mo&del"));
    addPart(new QuizPart(draft, pictures), tr("&Quiz"));
    addPart(new TextPart(draft,
                         new MarkdownEdit("stepNotes", tr("Notes for the teacher"),
                                          tr("What the teacher sees and the class does not"), draft),
                         LessonDraft::Notes, tr("Change the Notes"), &LessonStep::notes),
            tr("N&otes for the Teacher"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_trouble);
    column->addWidget(m_tabs, 1);
    connect(m_title, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (row() >= 0)
            m_draft.editStep(std::size_t(row()), tr("Change the Title"), LessonDraft::Title,
                             [&](LessonStep& step) { step.title = text.toStdString(); });
    });
    connect(model, &ModelPart::takeWanted, this, &StepEditor::takeWanted);
    connect(model, &ModelPart::showWanted, this, &StepEditor::showWanted);
    connect(model, &ModelPart::recordWanted, this, &StepEditor::recordWanted);
    connect(&draft, &LessonDraft::changed, this, &StepEditor::showStep);
}

void StepEditor::addPart(StepPart* part, const QString& title)
{
    m_parts.push_back(part);
    m_tabs->addTab(part, title);
}

int StepEditor::row() const
{
    return m_draft.rowOf(m_id);
}

void StepEditor::showRow(int row)
{
    m_id = row < 0 ? 0 : m_draft.idOf(std::size_t(row));
    showStep();
}

void StepEditor::showStep()
{
    if (row() < 0)
        return;
    const LessonStep& step = m_draft.step(std::size_t(row()));
    showIn(m_title, step.title);
    showTrouble(m_trouble, textTrouble(step));
    for (StepPart* part : m_parts)
        part->showStep(m_id);
    m_tabs->setTabText(QuizTab, step.quiz.kind == QuizKind::None ? tr("&Quiz") : tr("&Quiz •"));
    m_tabs->setTabText(NotesTab, step.notes.empty() ? tr("N&otes for the Teacher") : tr("N&otes for the Teacher •"));
}

void StepEditor::focusTitle()
{
    m_title->setFocus();
    m_title->selectAll();
}

void StepEditor::goTo(DraftProblem::Place place)
{
    switch (place) {
    case DraftProblem::Place::Head:
    case DraftProblem::Place::Text:
        m_tabs->setCurrentIndex(TextTab);
        m_title->setFocus();
        break;
    case DraftProblem::Place::Model:
        m_tabs->setCurrentIndex(ModelTab);
        break;
    case DraftProblem::Place::Quiz:
        m_tabs->setCurrentIndex(QuizTab);
        break;
    }
}

} // namespace vbs
