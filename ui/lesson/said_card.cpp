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

constexpr double kBarsFactor = 0.85;

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
    setTextFactor(this, kBarsFactor);
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

void SaidCard::addBars(const QString& name, const QString& spoken, const std::vector<AnswerBar>& bars, bool phrases)
{
    auto* view = new BarsView(name, spoken);
    view->setFocusPolicy(Qt::TabFocus);
    m_lists->addWidget(view);
    view->setBars(bars);
    if (phrases)
        connect(view, &BarsView::rowLookedAt, this, &SaidCard::phraseLookedAt);
}

/// Whole sentences, each above its bar.
void SaidCard::addLong(const std::vector<AnswerBar>& bars)
{
    for (const AnswerBar& bar : bars) {
        QLabel* text = largeTitle(bar.text, "saidChoice", kBarsFactor);
        setTextFactor(text, kBarsFactor, bar.best);
        m_lists->addWidget(text);
        auto* view = new BarsView(m_name, bar.text);
        view->setAlone(true);
        view->setFocusPolicy(Qt::TabFocus);
        m_lists->addWidget(view);
        view->setBars({bar});
    }
}

void SaidCard::show(Task task, const InferenceResult& result)
{
    clear();
    InferenceResult plain = result;
    plain.strangeness = {}; // the lesson's author knows what was asked
    const WorkbenchState state = stateOf(task, plain);
    const std::size_t lists = std::max<std::size_t>(1, result.masks.size());
    for (std::size_t i = 0; i < lists; ++i) {
        const std::vector<AnswerBar> bars = barsOf(state, i);
        if (lists > 1)
            m_lists->addWidget(largeTitle(tr("Word %1").arg(i + 1), "saidWord", 0.8));
        if (!result.choices.empty())
            addLong(bars);
        else
            addBars(m_name + (i == 0 ? QString() : QString::number(i + 1)), tr("What the model says"), bars,
                    taskSpec(task).phrases);
    }
    if (const auto match = matchBar(state))
        addBars(m_name + "Match", tr("Whether it fits"), {*match}, false);
    const bool isKnown = !result.answers.empty() || !result.choices.empty() || !result.masks.empty();
    if (const QString blind = blindText(state); isKnown && !blind.isEmpty()) {
        QLabel* label = mutedLabel(m_name + "Blind");
        label->setText(blind);
        setTextFactor(label, 0.8);
        m_lists->addWidget(label);
    }
}

} // namespace vbs
