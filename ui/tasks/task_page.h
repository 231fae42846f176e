#pragma once

#include "ui/workbench/workbench.h"

#include <QWidget>

#include <string>

namespace vbs {

class BarsView;

/// What one task is given and answers. The task panel shows the page of the task in hand and tells it when to look at
/// the workbench again; it calls nothing while another task is in hand.
class TaskPage : public QWidget {
    Q_OBJECT
public:
    TaskPage(Workbench& workbench, Task task, QWidget* parent = nullptr)
        : QWidget(parent), m_workbench(workbench), m_task(task)
    {
    }

    Task task() const { return m_task; }
    virtual void focusText() = 0;
    virtual void showInput() = 0;  ///< the text and what belongs to it changed
    virtual void showAnswer() = 0; ///< the answer changed, or what is still missing
    virtual void showLooked() {}   ///< Find: what the user looks at changed
    /// Whether the answers on display are those of an earlier question.
    virtual void showStale(bool stale);
    /// The answer that was chosen to be explained, as the engine names it; empty: none was.
    virtual void showExplained(const std::string& answer);

Q_SIGNALS:
    void textLeft(); ///< Escape in the text
    void actionRequested(const QString& actionId);
    void answerChosen(const vbs::AnswerBar& bar); ///< to be explained

protected:
    /// A view of answers, each of which can be chosen to be explained.
    BarsView* answerView(BarsView* view);
    const WorkbenchState& state() const { return m_workbench.state(); }
    /// What there is instead of an answer: what to do next, or what is under way.
    QString statusText() const;

    Workbench& m_workbench;

private:
    Task m_task;
};

} // namespace vbs
