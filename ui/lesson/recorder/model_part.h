#pragma once

#include "ui/canvas/canvas_pane.h"
#include "ui/lesson/recorder/step_canvas.h"
#include "ui/lesson/recorder/step_part.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace vbs {

class DraftPictures;

/// What a step asks the model, what that says, and what of it is shown.
class ModelPart : public StepPart {
    Q_OBJECT
public:
    ModelPart(LessonDraft& draft, DraftPictures& pictures, QWidget* parent = nullptr);

Q_SIGNALS:
    void takeWanted(int id);
    void showWanted(int id);
    void recordWanted(int id);

protected:
    void show(const LessonStep& step) override;

private:
    QWidget* controls();
    QWidget* shownControls();
    void connectShown();
    void showPictures(const LessonStep& step);

    DraftPictures& m_pictures;
    StepCanvas m_left, m_right;
    CanvasPane *m_leftPane, *m_rightPane;
    QLabel *m_asked, *m_answer, *m_trouble, *m_place, *m_none;
    QPushButton *m_take, *m_showIt, *m_record;
    QCheckBox *m_hideAnswer, *m_boxes, *m_labels;
    QComboBox *m_method, *m_view;
    QWidget* m_shown;
};

/// What a step asks, in lines; empty: nothing.
QString askedText(const LessonStep& step);
/// What the model said in the step, in lines; empty: nothing is recorded.
QString saidText(const LessonStep& step);

} // namespace vbs
