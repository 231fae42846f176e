#include "ui/lesson/said_card.h"

#include "ui/lesson/large_text.h"
#include "ui/tasks/bars_view.h"
#include "ui/util/labels.h"
#include "ui/workbench/answer_bars.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

/// As much of the window's state as the texts beside an answer look at.
WorkbenchState stateOf(Task task, const InferenceResult& result)
{
    WorkbenchState state;
    state.task = task;
    state.answered.emplace();
    state.answered->task = task;
    state.answered->result = result;
    return state;
}

} // namespace

SaidCard::SaidCard(const QString& title, const QString& name, QWidget* parent)
    : QFrame(parent), m_name(name), m_lists(new QVBoxLayout)
{
    setProperty("role", "card");
    setObjectName(name + "Card");
    auto* column = new QVBoxLayout(this);
    column->addWidget(largeTitle(title, "saidTitle", 0.85));
    m_lists->setSpacing(4);
    column->addLayout(m_lists);
}

void SaidCard::clear()
{
    while (QLayoutItem* item = m_lists->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void SaidCard::show(Task task, const InferenceResult& result)
{
    clear();
    const WorkbenchState state = stateOf(task, result);
    const std::size_t lists = std::max<std::size_t>(1, result.masks.size());
    for (std::size_t i = 0; i < lists; ++i) {
        const std::vector<AnswerBar> bars = barsOf(state, i);
        if (lists > 1)
            m_lists->addWidget(largeTitle(tr("Word %1").arg(i + 1), "saidWord", 0.8));
        auto* view = new BarsView(m_name + (i == 0 ? QString() : QString::number(i + 1)), tr("What the model says"));
        view->setFocusPolicy(Qt::TabFocus);
        m_lists->addWidget(view);
        view->setBars(bars);
        if (taskSpec(task).phrases)
            connect(view, &BarsView::rowLookedAt, this, &SaidCard::phraseLookedAt);
    }
    if (const auto match = matchBar(state)) {
        auto* view = new BarsView(m_name + "Match", tr("Whether it fits"));
        view->setFocusPolicy(Qt::TabFocus);
        m_lists->addWidget(view);
        view->setBars({*match});
    }
    if (const QString blind = blindText(state); !blind.isEmpty()) {
        QLabel* label = mutedLabel(m_name + "Blind");
        label->setText(blind);
        setTextFactor(label, 0.8);
        m_lists->addWidget(label);
    }
}

} // namespace vbs
