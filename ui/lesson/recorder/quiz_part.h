#pragma once

#include "ui/canvas/canvas_pane.h"
#include "ui/lesson/recorder/step_canvas.h"
#include "ui/lesson/recorder/step_part.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace vbs {

class DraftPictures;
class OptionsEditor;

/// The quiz of a step, of any kind.
class QuizPart : public StepPart {
    Q_OBJECT
public:
    QuizPart(LessonDraft& draft, DraftPictures& pictures, QWidget* parent = nullptr);

protected:
    void show(const LessonStep& step) override;

private:
    void build();
    QWidget* regionPicker();
    void connectFields();
    void connectOptions();
    void setKind(QuizKind kind);
    void togglePicked(Side side, int region);
    void takeAnswers();
    void showPictures(const LessonStep& step);

    DraftPictures& m_pictures;
    StepCanvas m_left, m_right;
    CanvasPane *m_leftPane, *m_rightPane;
    QComboBox* m_kind;
    QLabel *m_hint, *m_trouble, *m_acceptedLabel;
    QLineEdit *m_question, *m_whenRight, *m_whenWrong;
    OptionsEditor* m_options;
    QPushButton* m_takeAnswers;
    QPlainTextEdit* m_accepted;
    QWidget *m_picker, *m_fields;
    bool m_showing = false;
};

} // namespace vbs
