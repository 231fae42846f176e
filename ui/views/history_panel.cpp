#include "ui/views/history_panel.h"

#include "ui/views/history_delegate.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace vbs {

HistoryPanel::HistoryPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_model(workbench.state().history), m_list(new QListView),
      m_empty(new QLabel(tr("Every question that you ask is kept here. Choose one to see it again.")))
{
    setObjectName("historyPanel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->setSpacing(0);
    m_empty->setProperty("role", "muted");
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(8, 0, 8, 0);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_empty, 1);
    m_list->setObjectName("history");
    m_list->setAccessibleName(tr("History"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_list, 1);

    const auto recall = [this](const QModelIndex& index) { m_workbench.recall(m_model.historyIndex(index)); };
    connect(m_list, &QListView::clicked, this, recall);
    connect(m_list, &QListView::activated, this, recall);
    connect(&workbench, &Workbench::historyChanged, this, &HistoryPanel::refresh);
    refresh();
}

void HistoryPanel::refresh()
{
    m_model.refresh();
    m_empty->setVisible(m_model.rowCount() == 0);
    m_list->setVisible(m_model.rowCount() > 0);
}

} // namespace vbs
