#include "ui/history/history_panel.h"

#include "ui/history/history_delegate.h"
#include "ui/history/history_notice.h"
#include "ui/history/history_search.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace vbs {
namespace {

constexpr int kWorthSearching = 4; ///< cards; fewer are seen at once

} // namespace

HistoryPanel::HistoryPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_model(workbench.state().history), m_filter(m_model),
      m_page(this, m_filter, new HistoryDelegate, {}), m_notice(new HistoryNotice),
      m_search(new HistorySearch(m_filter)), m_list(m_page.list())
{
    setObjectName("historyPanel");
    auto* rows = static_cast<QBoxLayout*>(layout());
    rows->insertWidget(0, m_notice);
    rows->insertWidget(1, m_search);
    rows->setSpacing(6);
    connect(m_notice, &HistoryNotice::tryAgain, this, [this] { m_workbench.history().tryAgain(); });
    connect(m_search, &HistorySearch::changed, this, [this] {
        showCards();
        m_list->scrollToTop();
    });
    connect(m_search, &HistorySearch::grouped, this, &HistoryPanel::groupedChanged);
    connect(m_search, &HistorySearch::left, this, &HistoryPanel::goToCards);
    connectList();
    watch(workbench, Change::History, this, [this] { refresh(); });
    refresh();
}

void HistoryPanel::connectList()
{
    m_list->setObjectName("history");
    m_list->setAccessibleName(tr("History"));
    m_list->setUniformItemSizes(false); // headings
    const auto recall = [this](const QModelIndex& index) { m_workbench.recall(cardOf(index)); };
    connect(m_list, &QListView::clicked, this, recall);
    connect(m_list, &QListView::activated, this, recall);
    addCardAction("star-card", tr("Star, or Take the Star Away\tS"), &HistoryPanel::starCurrent);
    addCardAction("remove-card", tr("Remove from the History\tDel"), &HistoryPanel::removeCurrent);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
}

void HistoryPanel::addCardAction(const char* name, const QString& text, void (HistoryPanel::*act)())
{
    auto* action = new QAction(text, m_list);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, act);
    m_list->addAction(action);
}

int HistoryPanel::cardOf(const QModelIndex& index) const
{
    return m_model.historyIndex(m_filter.mapToSource(index));
}

bool HistoryPanel::eventFilter(QObject* watched, QEvent* event)
{
    bool taken = false;
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress)
        taken = watched == m_list && onKey(static_cast<QKeyEvent*>(event), event->type() == QEvent::ShortcutOverride);
    else if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease)
        taken = watched == m_list->viewport() &&
                onMouse(static_cast<QMouseEvent*>(event), event->type() == QEvent::MouseButtonRelease);
    return taken || QWidget::eventFilter(watched, event);
}

/// Del, S and Ctrl+Z here are about cards, whatever the window's own shortcuts of these keys are for.
bool HistoryPanel::onKey(QKeyEvent* key, bool shortcut)
{
    const bool removes = key->matches(QKeySequence::Delete);
    const bool stars = key->key() == Qt::Key_S && key->modifiers() == Qt::NoModifier;
    if (!removes && !stars && !(key->matches(QKeySequence::Undo) && m_workbench.history().canRestore()))
        return false;
    key->accept();
    if (shortcut)
        return true;
    if (removes)
        removeCurrent();
    else if (stars)
        starCurrent();
    else
        m_workbench.history().restore();
    return true;
}

/// A click on a card's star does not recall the card.
bool HistoryPanel::onMouse(QMouseEvent* mouse, bool released)
{
    const QModelIndex index = m_list->indexAt(mouse->pos());
    if (mouse->button() != Qt::LeftButton || !index.isValid() ||
        !HistoryDelegate::starPlace(m_list->visualRect(index), index).contains(mouse->pos()))
        return false;
    if (released)
        star(index);
    return true;
}

void HistoryPanel::removeCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    m_nextRow = current.row();
    m_workbench.history().remove(cardOf(current));
}

void HistoryPanel::starCurrent()
{
    if (m_list->currentIndex().isValid())
        star(m_list->currentIndex());
}

void HistoryPanel::star(const QModelIndex& index)
{
    if (m_list->currentIndex().isValid())
        m_nextRow = m_list->currentIndex().row();
    m_workbench.history().setStarred(cardOf(index), !index.data(HistoryModel::StarredRole).toBool());
}

void HistoryPanel::focusSearch()
{
    m_search->takeFocus();
}

void HistoryPanel::setGrouped(bool grouped)
{
    m_search->setGrouped(grouped);
}

void HistoryPanel::goToCards()
{
    m_list->setFocus();
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_filter.index(0, 0));
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
        m_list->setCurrentIndex(m_filter.index(std::min(row, m_filter.rowCount() - 1), 0));
    showCards();
    const std::vector<HistoryEntry>& cards = m_workbench.state().history;
    m_notice->show(m_workbench.history().trouble(), int(std::ranges::count(cards, true, &HistoryEntry::unsaved)));
}

void HistoryPanel::showCards()
{
    m_search->setVisible(m_count >= kWorthSearching || m_search->isUsed());
    m_page.setHint(m_count > 0 ? tr("No card is like that.")
                               : tr("Every question that you ask is kept here, even after you close the program. Click "
                                    "one to see it again."));
    m_page.showListOrHint();
}

} // namespace vbs
