#pragma once

#include "ui/models/history_filter.h"
#include "ui/models/history_model.h"
#include "ui/util/list_page.h"
#include "ui/workbench/workbench.h"

#include <QWidget>

class QListView;

namespace vbs {

class HistoryNotice;
class HistorySearch;

/// The questions asked, as cards, which can be searched and starred; a click shows picture and answer again, Del
/// removes one.
class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPanel(Workbench& workbench, QWidget* parent = nullptr);

    void focusSearch();
    void setGrouped(bool grouped); ///< by picture

Q_SIGNALS:
    void groupedChanged(bool grouped);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectList();
    void addCardAction(const char* name, const QString& text, void (HistoryPanel::*act)());
    int cardOf(const QModelIndex& index) const;
    bool onKey(QKeyEvent* key, bool shortcut);
    bool onMouse(QMouseEvent* mouse, bool released);
    void refresh();
    void showCards();
    void goToCards();
    void removeCurrent();
    void starCurrent();
    void star(const QModelIndex& index);

    Workbench& m_workbench;
    HistoryModel m_model;
    HistoryFilter m_filter;
    ListPage m_page;
    HistoryNotice* m_notice;
    HistorySearch* m_search;
    QListView* m_list;
    int m_count = 0;    ///< of cards
    int m_nextRow = -1; ///< to go to when a card was removed or starred
};

} // namespace vbs
