#pragma once

#include "ui/tasks/task_page.h"

class QLabel;

namespace vbs {

class BarsView;
class TextRow;

/// Where a question is asked and answered.
class AskPanel : public TaskPage {
    Q_OBJECT
public:
    explicit AskPanel(Workbench& workbench, QWidget* parent = nullptr);

    void focusText() override;
    void showInput() override;
    void showAnswer() override;

private:
    TextRow* m_text;
    QLabel* m_none;
    BarsView* m_bars;
};

} // namespace vbs
