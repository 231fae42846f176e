#include "ui/history/history_panel.h"

#include "ui/history/history_delegate.h"
#include "ui/history/history_notice.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace vbs {

HistoryPanel::HistoryPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_model(workbench.state().history),
      m_page(this, m_model, new HistoryDelegate,
             tr("Every question that you ask is kept here, even after you close the program. Click one to see it "
                "again.")),
      m_notice(new HistoryNotice), m_list(m_page.list())
{
    setObjectName("historyPanel");
    static_cast<QBoxLayout*>(layout())->insertWidget(0, m_notice);
    layout()->setSpacing(6);
    connect(m_notice, &HistoryNotice::tryAgain, this, [this] { m_workbench.history().tryAgain(); });
    m_list->setObjectName("history");
    m_list->setAccessibleName(tr("History"));

    const auto recall = [this](const QModelIndex& index) { m_workbench.recall(m_model.historyIndex(index)); };
    connect(m_list, &QListView::clicked, this, recall);
    connect(m_list, &QListView::activated, this, recall);
    auto* remove = new QAction(tr("Remove from the History\tDel"), m_list);
    remove->setObjectName("remove-card");
    connect(remove, &QAction::triggered, this, &HistoryPanel::removeCurrent);
    m_list->installEventFilter(this);
    m_list->addAction(remove);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    watch(workbench, Change::History, this, [this] { refresh(); });
    refresh();
}

/// Del and Ctrl+Z here are about cards, whatever the window's own shortcuts of these keys are for.
bool HistoryPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool shortcut = event->type() == QEvent::ShortcutOverride;
    if (!shortcut && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool removes = key->matches(QKeySequence::Delete);
    if (!removes && !(key->matches(QKeySequence::Undo) && m_workbench.history().canRestore()))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (shortcut)
        return true;
    if (removes)
        removeCurrent();
    else
        m_workbench.history().restore();
    return true;
}

void HistoryPanel::removeCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    m_nextRow = current.row();
    m_workbench.history().remove(m_model.historyIndex(current));
}

/// A new card comes first, and is seen.
void HistoryPanel::refresh()
{
    const int before = std::exchange(m_count, int(m_workbench.state().history.size()));
    const int scrolled = m_list->verticalScrollBar()->value();
    m_model.refresh();
    if (m_count > before)
        m_list->scrollToTop();
    else
        m_list->verticalScrollBar()->setValue(scrolled);
    if (const int row = std::exchange(m_nextRow, -1); row >= 0)
        m_list->setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1)));
    m_page.showListOrHint();
    const std::vector<HistoryEntry>& cards = m_workbench.state().history;
    m_notice->show(
        m_workbench.history().trouble(),
        int(std::count_if(cards.begin(), cards.end(), [](const HistoryEntry& card) { return card.unsaved; })));
}

} // namespace vbs
