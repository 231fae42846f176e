#pragma once

#include <QString>

class QAbstractItemDelegate;
class QAbstractItemModel;
class QLabel;
class QListView;
class QWidget;

namespace vbs {

/// Lists of the window look and scroll alike: whole rows, no frame, nothing to edit.
void setUpList(QListView* list, QAbstractItemModel& model, QAbstractItemDelegate* delegate);

/// Fills a panel with a list; while there are no rows, a hint stands in its place.
class ListPage {
public:
    ListPage(QWidget* panel, QAbstractItemModel& model, QAbstractItemDelegate* delegate, const QString& hint);

    QListView* list() const { return m_list; }
    void setHint(const QString& hint);
    void showListOrHint() { showListOrHint(hasRows()); }
    void showListOrHint(bool list); ///< a list without rows, too: they may be filtered away

private:
    bool hasRows() const;

    QListView* m_list;
    QLabel* m_hint;
};

} // namespace vbs
