#pragma once

#include "ui/tasks/task_page.h"

class QLabel;

namespace vbs {

class ChoiceList;
class TextRow;

/// A question with choices; the bars tell which is best.
class ChoosePanel : public TaskPage {
    Q_OBJECT
public:
    explicit ChoosePanel(Workbench& workbench, QWidget* parent = nullptr);

    void focusText() override;
    void showInput() override;
    void showAnswer() override;
    void showStale(bool stale) override;
    void showExplained(const std::string& answer) override;

private:
    TextRow* m_text;
    ChoiceList* m_choices;
    QLabel* m_none;
};

} // namespace vbs
