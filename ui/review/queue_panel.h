#pragma once

#include "ui/review/queue_model.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace vbs {

/// The queue: its order, its filters, a search, how far it is, and its items.
class QueuePanel : public QWidget {
    Q_OBJECT
public:
    explicit QueuePanel(ReviewDesk& desk, QWidget* parent = nullptr);

    void search(); ///< puts the cursor into the search field

Q_SIGNALS:
    void left(); ///< the keyboard is wanted elsewhere

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void find();
    void showQueue();
    void showItem();
    void showCounts();

    ReviewDesk& m_desk;
    QueueModel m_model;
    QComboBox* m_order;
    QLineEdit* m_search;
    QLabel *m_counts, *m_empty;
    QListView* m_list;
    QTimer m_searchRest;
};

} // namespace vbs
