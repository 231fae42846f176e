#pragma once

#include "ui/workbench/workbench.h"

#include <QWidget>

namespace vbs {

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

Q_SIGNALS:
    void textLeft(); ///< Escape in the text
    void actionRequested(const QString& actionId);

protected:
    const WorkbenchState& state() const { return m_workbench.state(); }
    /// What there is instead of an answer: what to do next, or what is under way.
    QString statusText() const
    {
        if (!state().left.picture)
            return tr("Open a picture first.");
        const QString missing = missingInput(state());
        const QString activity = state().activity.text;
        return !missing.isEmpty() ? missing : activity.isEmpty() ? QString() : tr("%1…").arg(activity);
    }

    Workbench& m_workbench;

private:
    Task m_task;
};

} // namespace vbs
