#pragma once

#include "ui/lesson/model_trial.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace vbs {

class SaidCard;

/// "Try it yourself": the step's question for the window's own model, to be changed and asked; what it says stands
/// beside what was recorded.
class TryCard : public QFrame {
    Q_OBJECT
public:
    TryCard(Workbench& workbench, std::shared_ptr<const Lesson> lesson, std::size_t step, QWidget* parent = nullptr);

    void open(); ///< shows the question, where it was only offered before
    ModelTrial& trial() { return m_trial; }

Q_SIGNALS:
    void grown(); ///< there is more to be seen

private:
    void ask();
    void showTrial();

    ModelTrial m_trial;
    const Task m_task;
    QPushButton *m_offer, *m_ask;
    QWidget* m_form;
    QLineEdit* m_text;
    QLabel *m_note, *m_words;
    SaidCard* m_said;
    bool m_open = false;
};

} // namespace vbs
