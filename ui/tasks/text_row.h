#pragma once

#include "ui/workbench/workbench.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace vbs {

class SentenceEdit;

/// How a task's text is called; the prefix begins the object names: "<prefix>Text", "<prefix>Button", "<prefix>Hint".
struct TextRowSpec {
    QString prefix, name, placeholder, button;
};

/// A task's text, and below it the button that asks, beside room for a hint: how much fits, words that the pack does
/// not know, things that the picture lacks, the task that fits the text better.
class TextRow : public QWidget {
    Q_OBJECT
public:
    TextRow(Workbench& workbench, Task task, const TextRowSpec& spec, QWidget* parent = nullptr);

    void showText(); ///< the workbench's
    void showHint();
    void focusText();
    SentenceEdit& edit() { return *m_edit; }
    QWidget* button() const; ///< which asks

Q_SIGNALS:
    void left(); ///< Escape

protected:
    void changeEvent(QEvent* event) override;

private:
    QString unknownText() const;
    bool isInHand() const { return m_workbench.state().task == m_task; }

    Workbench& m_workbench;
    Task m_task;
    SentenceEdit* m_edit;
    QPushButton* m_button;
    QWidget* m_below;
    QLabel* m_hint;
    QPushButton* m_elsewhere; ///< to the task that fits the text better
    QLabel* m_count;          ///< of characters
};

} // namespace vbs
