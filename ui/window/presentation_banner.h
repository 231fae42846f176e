#pragma once

#include "ui/workbench/workbench.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace vbs {

/// Question and answer for a room to read, below the picture: what the window shows besides it while it presents. The
/// question can be typed here; the answer follows as in the task panel.
class PresentationBanner : public QFrame {
    Q_OBJECT
public:
    explicit PresentationBanner(Workbench& workbench, QWidget* parent = nullptr);

    void focusText();

Q_SIGNALS:
    void left(); ///< Escape

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showInput();
    void showAnswer();
    void fitText();

    Workbench& m_workbench;
    QLineEdit* m_question;
    QLabel* m_answer;
    QLabel* m_blind;
};

} // namespace vbs
