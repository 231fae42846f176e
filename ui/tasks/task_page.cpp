#include "ui/tasks/task_page.h"

#include "ui/tasks/bars_view.h"

#include <algorithm>

namespace vbs {

void TaskPage::showStale(bool stale)
{
    for (BarsView* view : findChildren<BarsView*>())
        view->setStale(stale);
}

void TaskPage::showExplained(const std::string& answer)
{
    for (BarsView* view : findChildren<BarsView*>()) {
        const auto& bars = view->bars();
        const auto row = std::ranges::find(bars, answer, &AnswerBar::of);
        const bool marked = !answer.empty() && row != bars.end();
        view->setMarked(marked ? QList<int>{int(row - bars.begin())} : QList<int>{});
    }
}

BarsView* TaskPage::answerView(BarsView* view)
{
    connect(view, &BarsView::rowChosen, this, [this, view](int row) {
        if (row >= 0 && std::size_t(row) < view->bars().size())
            Q_EMIT answerChosen(view->bars()[std::size_t(row)]);
    });
    return view;
}

QString TaskPage::statusText() const
{
    if (!state().left.picture)
        return tr("Open a picture first.");
    const QString missing = missingInput(state());
    const QString activity = state().activity.text;
    return !missing.isEmpty() ? missing : activity.isEmpty() ? QString() : tr("%1…").arg(activity);
}

} // namespace vbs
