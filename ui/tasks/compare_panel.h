#pragma once

#include "ui/tasks/task_page.h"

class QLabel;
class QPushButton;

namespace vbs {

class BarsView;
class TextRow;

/// A statement about two pictures, and whether it is true.
class ComparePanel : public TaskPage {
    Q_OBJECT
public:
    explicit ComparePanel(Workbench& workbench, QWidget* parent = nullptr);

    void focusText() override;
    void showInput() override;
    void showAnswer() override;

private:
    TextRow* m_text;
    QLabel* m_none;
    QLabel* m_verdict;
    BarsView* m_bars;
    QPushButton* m_swap;
};

} // namespace vbs
