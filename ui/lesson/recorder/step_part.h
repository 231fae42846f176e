#pragma once

#include "ui/lesson/recorder/lesson_draft.h"

#include <QWidget>

class QLabel;

namespace vbs {

/// A page of the editor, about one step.
class StepPart : public QWidget {
    Q_OBJECT
public:
    explicit StepPart(LessonDraft& draft, QWidget* parent = nullptr);

    /// The step of this id, as the draft has it now. @pre there is one.
    void showStep(int id);

protected:
    virtual void show(const LessonStep& step) = 0; ///< with what was recorded
    using QWidget::show;

    LessonDraft& draft() const { return m_draft; }
    int id() const { return m_id; }
    int row() const { return m_draft.rowOf(m_id); } ///< -1: there is none any more
    void edit(const QString& undo, LessonDraft::Field field, const std::function<void(LessonStep&)>& change);

private:
    LessonDraft& m_draft;
    int m_id = 0;
};

/// One sentence about what is to be mended here; hidden while it is empty.
QLabel* troubleLabel(const char* objectName);
void showTrouble(QLabel* label, const QString& sentence);

} // namespace vbs
