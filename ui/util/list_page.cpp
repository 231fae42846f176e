#include "ui/util/list_page.h"

#include "ui/util/labels.h"

#include <QAbstractItemDelegate>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kMargin = 8;

} // namespace

void setUpList(QListView* list, QAbstractItemModel& model, QAbstractItemDelegate* delegate)
{
    list->setFrameShape(QFrame::NoFrame);
    list->setModel(&model);
    delegate->setParent(list);
    list->setItemDelegate(delegate);
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

ListPage::ListPage(QWidget* panel, QAbstractItemModel& model, QAbstractItemDelegate* delegate, const QString& hint)
    : m_list(new QListView), m_hint(mutedLabel("listHint"))
{
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(kMargin, 0, kMargin, kMargin);
    layout->setSpacing(0);
    m_hint->setText(hint);
    m_hint->setContentsMargins(kMargin, 0, kMargin, 0);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_hint, 1);
    setUpList(m_list, model, delegate);
    layout->addWidget(m_list, 1);
}

void ListPage::setHint(const QString& hint)
{
    m_hint->setText(hint);
}

bool ListPage::hasRows() const
{
    return m_list->model()->rowCount() > 0;
}

void ListPage::showListOrHint(bool list)
{
    m_hint->setVisible(!list);
    m_list->setVisible(list);
}

} // namespace vbs
