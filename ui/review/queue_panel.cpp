#include "ui/review/queue_panel.h"

#include "ui/review/filter_bar.h"
#include "ui/review/queue_delegate.h"
#include "ui/review/review_text.h"
#include "ui/util/labels.h"
#include "ui/util/list_page.h"
#include "ui/util/qt_bridge.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kSearchRest = 200; ///< ms after the last letter

} // namespace

QueuePanel::QueuePanel(ReviewDesk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_model(desk), m_order(new QComboBox), m_search(new QLineEdit),
      m_counts(mutedLabel("queueCounts")), m_empty(mutedLabel("queueEmpty")), m_list(new QListView)
{
    m_order->setObjectName("queueOrder");
    m_order->setAccessibleName(tr("Order of the queue"));
    m_order->setFocusPolicy(Qt::TabFocus);
    for (std::size_t i = 0; i < kQueueOrders; ++i)
        m_order->addItem(reviewText(QueueOrder(i)));
    connect(m_order, &QComboBox::activated, this, [this](int row) { m_desk.setOrder(QueueOrder(row)); });
    m_search->setObjectName("queueSearch");
    m_search->setPlaceholderText(tr("Search in texts, answers, comments"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_searchRest.setSingleShot(true);
    m_searchRest.setInterval(kSearchRest);
    connect(m_search, &QLineEdit::textEdited, this, [this] { m_searchRest.start(); });
    connect(&m_searchRest, &QTimer::timeout, this, &QueuePanel::find);
    m_list->setObjectName("queue");
    m_list->setAccessibleName(tr("Items to review"));
    setUpList(m_list, m_model, new QueueDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::TabFocus);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { m_desk.choose(m_model.number(index.row())); });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { m_desk.choose(m_model.number(index.row())); });
    m_empty->setAlignment(Qt::AlignCenter);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    auto* filters = new FilterBar(desk);
    auto* order = new QHBoxLayout;
    order->setSpacing(6);
    order->addWidget(m_order, 1);
    order->addWidget(filters->named());
    layout->addLayout(order);
    layout->addWidget(filters);
    layout->addWidget(m_counts);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    connect(&desk, &ReviewDesk::changed, this, [this](ReviewChanges what) {
        if (what & (ReviewChange::Project | ReviewChange::Queue))
            showQueue();
        if (what & (ReviewChange::Item | ReviewChange::Queue))
            showItem();
        if (what & (ReviewChange::Project | ReviewChange::Queue | ReviewChange::Counts))
            showCounts();
    });
    showQueue();
    showCounts();
}

void QueuePanel::search()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void QueuePanel::find()
{
    m_searchRest.stop();
    ReviewFilter filter = m_desk.state().filter;
    filter.words = m_search->text().trimmed().toStdString();
    if (filter != m_desk.state().filter)
        m_desk.setFilter(filter);
}

bool QueuePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape)
            m_search->clear();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            find();
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void QueuePanel::showQueue()
{
    const ReviewState& state = m_desk.state();
    m_order->setCurrentIndex(int(state.order));
    if (!m_search->hasFocus())
        m_search->setText(toQString(state.filter.words));
    setEnabled(state.index != nullptr);
    const bool none = state.queue.empty();
    m_list->setVisible(!none);
    m_empty->setVisible(none);
    m_empty->setText(state.opening ? tr("Reading the items…")
                     : state.index ? tr("No item is like this. Choose another filter.")
                                   : tr("No review is open."));
}

void QueuePanel::showItem()
{
    const std::ptrdiff_t place = m_desk.state().placeInQueue();
    if (place < 0)
        return m_list->clearSelection();
    const QModelIndex index = m_model.index(int(place));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void QueuePanel::showCounts()
{
    const ReviewState& state = m_desk.state();
    if (!state.index)
        return m_counts->clear();
    const QLocale locale;
    const std::size_t decided = state.counts.total - state.counts.undecided;
    m_counts->setText(tr("%1 of %2 · %3 decided")
                          .arg(locale.toString(qulonglong(state.queue.size())), itemsText(state.counts.total),
                               locale.toString(qulonglong(decided))));
}

} // namespace vbs
