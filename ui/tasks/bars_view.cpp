#include "ui/tasks/bars_view.h"

#include "ui/tasks/answer_delegate.h"
#include "ui/util/text_scale.h"

#include <QKeyEvent>

namespace vbs {

BarsView::BarsView(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QListView(parent), m_delegate(new AnswerDelegate(this))
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setModel(&m_model);
    setItemDelegate(m_delegate);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QListView::entered, this, [this](const QModelIndex& index) { Q_EMIT rowLookedAt(index.row()); });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (hasFocus() && index.isValid())
            Q_EMIT rowLookedAt(index.row());
    });
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) { Q_EMIT rowChosen(index.row()); });
    connect(this, &QListView::doubleClicked, this, [this](const QModelIndex& index) { Q_EMIT rowTaken(index.row()); });
    setBars({});
}

void BarsView::setBars(const std::vector<AnswerBar>& bars)
{
    m_model.setBars(bars);
    int height = 0;
    for (const AnswerBar& bar : bars)
        height += bar.note.isEmpty() ? textPixels(AnswerDelegate::kRowHeight, font())
                                     : textPixels(AnswerDelegate::kRowHeightWithNote, font());
    if (height != this->height())
        setFixedHeight(height);
    setVisible(!bars.empty());
    scheduleDelayedItemsLayout();
}

void BarsView::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange) // rows are as high as the text needs
        setBars(std::vector<AnswerBar>(bars()));
}

void BarsView::setMarked(const QList<int>& rows)
{
    if (rows == m_marked)
        return;
    m_marked = rows;
    m_delegate->setMarked(rows);
    viewport()->update();
}

void BarsView::setStale(bool stale)
{
    if (m_delegate->setStale(stale))
        viewport()->update();
}

void BarsView::setAlone(bool alone)
{
    m_delegate->setAlone(alone);
    viewport()->update();
}

void BarsView::keyPressEvent(QKeyEvent* event)
{
    const bool chooses =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (chooses && currentIndex().isValid())
        Q_EMIT rowChosen(currentIndex().row());
    else
        QListView::keyPressEvent(event);
}

void BarsView::leaveEvent(QEvent* event)
{
    QListView::leaveEvent(event);
    Q_EMIT rowLookedAt(-1);
}

void BarsView::focusOutEvent(QFocusEvent* event)
{
    QListView::focusOutEvent(event);
    Q_EMIT rowLookedAt(-1);
}

} // namespace vbs
