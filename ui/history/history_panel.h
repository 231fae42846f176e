#pragma once

#include "ui/models/history_model.h"
#include "ui/util/list_page.h"
#include "ui/workbench/workbench.h"

#include <QWidget>

class QListView;

namespace vbs {

class HistoryNotice;

/// The questions asked, as cards; a click shows picture and answer again, Del removes one.
class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPanel(Workbench& workbench, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void removeCurrent();

    Workbench& m_workbench;
    HistoryModel m_model;
    ListPage m_page;
    HistoryNotice* m_notice;
    QListView* m_list;
    int m_count = 0;    ///< of cards
    int m_nextRow = -1; ///< to go to when the removed card is gone
};

} // namespace vbs
