#include "ui/inside/head_grid_view.h"

#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/text_scale.h"
#include "ui/util/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kSmallest = 56, kLargest = 120, kSpace = 12;
constexpr int kTop = 20, kLeft = 58; ///< the heads' and the layers' names
constexpr int kCaption = 18;

QFont captionFont(QFont font)
{
    font.setPixelSize(textPixels(11, font));
    return font;
}

} // namespace

HeadGridView::HeadGridView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setObjectName("headGrid");
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Attention of every layer and head"));
    viewport()->setAutoFillBackground(false);
}

void HeadGridView::setLooked(const LookedPtr& looked)
{
    if (looked == m_maps.looked())
        return;
    m_maps.setLooked(looked);
    m_measures.clear();
    arrange();
}

void HeadGridView::setMeasures(HeadGrid measures)
{
    m_measures = std::move(measures);
    arrange();
}

void HeadGridView::setMeasure(HeadMeasure measure)
{
    m_measure = measure;
    arrange();
}

void HeadGridView::setSorted(bool sorted)
{
    m_sorted = sorted;
    arrange();
}

void HeadGridView::setChosen(std::size_t layer, int head)
{
    if (layer == m_layer && head == m_head)
        return;
    m_layer = layer;
    m_head = head;
    describe();
    revealChosen();
    viewport()->update();
}

void HeadGridView::revealChosen()
{
    const int at = chosenIndex();
    if (at < 0)
        return;
    const QRect cell = cellRect(std::size_t(at)).adjusted(-kSpace, -kSpace, kSpace, kSpace);
    const QSize room = viewport()->size();
    const auto reveal = [](QScrollBar* bar, int first, int last, int length) {
        if (first < 0)
            bar->setValue(bar->value() + first);
        else if (last > length)
            bar->setValue(bar->value() + last - length);
    };
    reveal(horizontalScrollBar(), cell.left() - (m_sorted ? 0 : textPixels(kLeft, font())), cell.right(), room.width());
    reveal(verticalScrollBar(), cell.top() - (m_sorted ? 0 : textPixels(kTop, font())), cell.bottom(), room.height());
}

void HeadGridView::describe()
{
    const HeadGrid& all = m_measures;
    if (m_head < 0 || m_layer >= all.size() || std::size_t(m_head) >= all[m_layer].size())
        return setAccessibleDescription({});
    setAccessibleDescription(
        tr("Layer %1, head %2. %3: %4")
            .arg(m_layer + 1)
            .arg(m_head + 1)
            .arg(measureName(m_measure), percentText(measureOf(all[m_layer][std::size_t(m_head)], m_measure))));
}

void HeadGridView::arrange()
{
    m_order.clear();
    const std::size_t layers = m_maps.looked() ? m_maps.looked()->inspection.layers : 0;
    for (std::size_t layer = 0; layer < layers; ++layer)
        for (std::size_t head = 0; head < m_maps.looked()->inspection.heads; ++head)
            m_order.push_back({layer, head});
    if (m_sorted && !m_measures.empty())
        std::ranges::stable_sort(m_order, std::greater<>(), [&](const Place& place) {
            return measureOf(m_measures[place.layer][place.head], m_measure);
        });
    layOut();
    describe();
}

void HeadGridView::layOut()
{
    const std::size_t heads = m_maps.looked() ? m_maps.looked()->inspection.heads : 1;
    const int left = m_sorted ? 0 : textPixels(kLeft, font()), width = viewport()->width() - left - kSpace;
    m_columns =
        m_sorted ? std::max(1, width / (textPixels(84, font()) + kSpace)) : int(std::max<std::size_t>(1, heads));
    // Two rows are to be seen, so that layers compare.
    const int tall = viewport()->height() / 2 - textPixels(kCaption, font()) - kSpace;
    const int largest = std::clamp(tall, textPixels(kSmallest, font()), textPixels(kLargest, font()));
    m_side = std::clamp(width / m_columns - kSpace, textPixels(kSmallest, font()), largest);
    const QSize whole = wholeSize(), room = viewport()->size();
    horizontalScrollBar()->setRange(0, std::max(0, whole.width() - room.width()));
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setRange(0, std::max(0, whole.height() - room.height()));
    verticalScrollBar()->setPageStep(room.height());
    for (QScrollBar* bar : {horizontalScrollBar(), verticalScrollBar()})
        bar->setSingleStep(textPixels(24, font()));
    viewport()->update();
}

QSize HeadGridView::wholeSize() const
{
    if (m_order.empty())
        return {};
    const QRect last = wholeRect(m_order.size() - 1);
    const int columns = std::min(m_columns, int(m_order.size()));
    return {wholeRect(std::size_t(columns - 1)).right() + kSpace, last.bottom() + kSpace};
}

QRect HeadGridView::wholeRect(std::size_t at) const
{
    const int row = int(at) / m_columns, column = int(at) % m_columns;
    const int left = m_sorted ? kSpace : textPixels(kLeft, font()), top = m_sorted ? 6 : textPixels(kTop, font());
    return {left + column * (m_side + kSpace), top + row * (m_side + textPixels(kCaption, font()) + 8), m_side,
            m_side + textPixels(kCaption, font())};
}

QRect HeadGridView::cellRect(std::size_t at) const
{
    return wholeRect(at).translated(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
}

int HeadGridView::indexAt(const QPoint& point) const
{
    for (std::size_t at = 0; at < m_order.size(); ++at)
        if (cellRect(at).contains(point))
            return int(at);
    return -1;
}

int HeadGridView::chosenIndex() const
{
    if (m_head < 0)
        return -1;
    const auto found = std::ranges::find(m_order, Place{m_layer, std::size_t(m_head)});
    return found == m_order.end() ? -1 : int(found - m_order.begin());
}

void HeadGridView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const QPoint scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    painter.translate(-scrolled);
    paintCells(painter, event->rect().translated(scrolled));
}

void HeadGridView::paintWhole(QPainter& painter)
{
    paintCells(painter, QRect(QPoint(), wholeSize()));
}

void HeadGridView::paintCells(QPainter& painter, const QRect& visible)
{
    painter.setFont(captionFont(font()));
    for (std::size_t at = 0; at < m_order.size(); ++at) {
        const QRect cell = wholeRect(at);
        if (cell.adjusted(-4, -4, 4, 4).intersects(visible))
            paintCell(painter, at);
        if (m_sorted)
            continue;
        painter.setPen(themeColors().muted);
        if (int(at) < m_columns)
            painter.drawText(QRect(cell.left(), 0, cell.width(), textPixels(kTop, font())), Qt::AlignCenter,
                             tr("Head %1").arg(m_order[at].head + 1));
        if (m_order[at].head == 0)
            painter.drawText(QRect(6, cell.top(), textPixels(kLeft, font()) - 10, m_side),
                             Qt::AlignLeft | Qt::AlignVCenter, tr("Layer %1").arg(m_order[at].layer + 1));
    }
}

void HeadGridView::paintCell(QPainter& painter, std::size_t at)
{
    const ThemeColors& colors = themeColors();
    const Place& place = m_order[at];
    const QRect cell = wholeRect(at), map(cell.topLeft(), QSize(m_side, m_side));
    const Inspection& inspection = m_maps.looked()->inspection;
    const bool exact = painter.device() == viewport();
    const int pixels = exact ? int(m_side * devicePixelRatioF()) : m_side * 2;
    painter.drawPixmap(map, m_maps.map(place.layer, place.head, pixels, colors.base, colors.accent));
    // Text and regions, from above down and from left to right.
    const double border = double(inspection.result.tokens.size()) / double(inspection.positions);
    painter.setPen(QPen(colors.warningMark, 1));
    const double x = map.left() + border * map.width(), y = map.top() + border * map.height();
    painter.drawLine(QPointF(x, map.top()), QPointF(x, map.bottom()));
    painter.drawLine(QPointF(map.left(), y), QPointF(map.right(), y));
    painter.setBrush(Qt::NoBrush);
    const bool chosen = place.layer == m_layer && int(place.head) == m_head;
    painter.setPen(chosen ? QPen(colors.text, 3) : QPen(colors.border, 1));
    painter.drawRect(chosen ? map.adjusted(-2, -2, 1, 1) : map.adjusted(0, 0, -1, -1));
    painter.setPen(chosen ? colors.text : colors.muted);
    const QString measured =
        m_measures.empty() ? tr("…") : percentText(measureOf(m_measures[place.layer][place.head], m_measure));
    const QRect below(cell.left() - kSpace / 2, map.bottom() + 2, cell.width() + kSpace, textPixels(kCaption, font()));
    const QString caption = m_sorted ? tr("%1.%2: %3").arg(place.layer + 1).arg(place.head + 1).arg(measured)
                                     : tr("%1 %2").arg(measureCaption(m_measure), measured);
    const bool fits = painter.fontMetrics().horizontalAdvance(caption) <= below.width();
    painter.drawText(below, Qt::AlignCenter, m_sorted || fits ? caption : measured);
}

void HeadGridView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    revealChosen();
}

void HeadGridView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        layOut();
}

void HeadGridView::mousePressEvent(QMouseEvent* event)
{
    const int at = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && at >= 0)
        Q_EMIT chosen(m_order[std::size_t(at)].layer, m_order[std::size_t(at)].head);
}

void HeadGridView::step(int columns, int rows)
{
    if (m_order.empty())
        return;
    const int now = chosenIndex(), count = int(m_order.size());
    if (now < 0)
        return Q_EMIT chosen(m_order.front().layer, m_order.front().head);
    const int column = now % m_columns + columns, next = now + columns + rows * m_columns;
    if ((rows == 0 && !m_sorted && (column < 0 || column >= m_columns)) || next < 0 || next >= count)
        return;
    Q_EMIT chosen(m_order[std::size_t(next)].layer, m_order[std::size_t(next)].head);
}

void HeadGridView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1, 0);
    case Qt::Key_Right:
        return step(1, 0);
    case Qt::Key_Up:
        return step(0, -1);
    case Qt::Key_Down:
        return step(0, 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool HeadGridView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int at = indexAt(help->pos());
    if (at < 0) {
        QToolTip::hideText();
        return true;
    }
    const Place& place = m_order[std::size_t(at)];
    QStringList lines{tr("Layer %1, head %2").arg(place.layer + 1).arg(place.head + 1)};
    if (!m_measures.empty())
        lines << measureLines(m_measures[place.layer][place.head]);
    QToolTip::showText(help->globalPos(), plainToolTip(lines.join('\n')), viewport());
    return true;
}

} // namespace vbs
