#pragma once

#include "ui/tasks/bars_view.h"
#include "ui/workbench/workbench.h"

#include <QWidget>

#include <algorithm>
#include <string>

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
    /// Whether the answers on display are those of an earlier question.
    virtual void showStale(bool stale)
    {
        for (BarsView* bars : findChildren<BarsView*>())
            bars->setStale(stale);
    }
    /// The answer that was chosen to be explained, as the engine names it; empty: none was.
    virtual void showExplained(const std::string& answer)
    {
        for (BarsView* view : findChildren<BarsView*>()) {
            const auto& bars = view->bars();
            const auto row = std::ranges::find(bars, answer, &AnswerBar::of);
            const bool marked = !answer.empty() && row != bars.end();
            view->setMarked(marked ? QList<int>{int(row - bars.begin())} : QList<int>{});
        }
    }

Q_SIGNALS:
    void textLeft(); ///< Escape in the text
    void actionRequested(const QString& actionId);
    void answerChosen(const vbs::AnswerBar& bar); ///< to be explained

protected:
    /// A view of answers, each of which can be chosen to be explained.
    BarsView* answerView(BarsView* view)
    {
        connect(view, &BarsView::rowChosen, this, [this, view](int row) {
            if (row >= 0 && std::size_t(row) < view->bars().size())
                Q_EMIT answerChosen(view->bars()[std::size_t(row)]);
        });
        return view;
    }

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
