#include "ui/lesson/recorder/step_part.h"

#include "ui/util/labels.h"

#include <QLabel>

namespace vbs {

StepPart::StepPart(LessonDraft& draft, QWidget* parent) : QWidget(parent), m_draft(draft) {}

void StepPart::showStep(int id)
{
    m_id = id;
    show(m_draft.recordedStep(std::size_t(row())));
}

void StepPart::edit(const QString& undo, LessonDraft::Field field, const std::function<void(LessonStep&)>& change)
{
    if (row() >= 0)
        m_draft.editStep(std::size_t(row()), undo, field, change);
}

QLabel* troubleLabel(const char* objectName)
{
    QLabel* label = plainLabel();
    label->setObjectName(objectName);
    label->setProperty("role", "hint");
    label->setWordWrap(true);
    label->hide();
    return label;
}

void showTrouble(QLabel* label, const QString& sentence)
{
    label->setText(sentence);
    label->setVisible(!sentence.isEmpty());
}

} // namespace vbs
