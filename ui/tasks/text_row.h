#pragma once

#include "ui/workbench/workbench.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace vbs {

class QuestionEdit;

/// How a task's text is called; the prefix begins the object names: "<prefix>Text", "<prefix>Button", "<prefix>Hint".
struct TextRowSpec {
    QString prefix, name, placeholder, button;
};

/// A task's text with the button that asks, and below it a warning about words that the pack does not know.
class TextRow : public QWidget {
    Q_OBJECT
public:
    TextRow(Workbench& workbench, Task task, const TextRowSpec& spec, QWidget* parent = nullptr);

    void showText(); ///< the workbench's
    void showHint();
    void focusText();
    QuestionEdit& edit() { return *m_edit; }

Q_SIGNALS:
    void left(); ///< Escape

private:
    bool isInHand() const { return m_workbench.state().task == m_task; }

    Workbench& m_workbench;
    Task m_task;
    QuestionEdit* m_edit;
    QPushButton* m_button;
    QLabel* m_hint;
};

} // namespace vbs
