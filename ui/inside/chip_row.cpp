#include "ui/inside/chip_row.h"

#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace vbs {

ChipRow::ChipRow(QWidget* parent) : QAbstractScrollArea(parent)
{
    setObjectName("chipRow");
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Words and regions in the order in which the network sees them"));
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
}

void ChipRow::setLooked(const LookedPtr& looked)
{
    if (looked == m_looked)
        return;
    const bool samePictures = looked && m_looked && looked->request.image == m_looked->request.image &&
                              looked->request.rightImage == m_looked->request.rightImage;
    m_looked = looked;
    m_positions = looked ? positionsOf(*looked) : std::vector<PositionFacts>();
    m_weights.clear();
    m_greatest = 0;
    m_pictures.clear();
    if (!samePictures) {
        m_left = looked && looked->request.image ? wrapImage(looked->request.image) : QImage();
        m_right = looked && looked->request.rightImage ? wrapImage(looked->request.rightImage) : QImage();
    }
    place();
    describe();
}

void ChipRow::setWeights(std::vector<double> weights)
{
    m_weights = std::move(weights);
    if (m_weights.size() != m_positions.size())
        m_weights.clear();
    m_greatest = 0;
    for (const double weight : m_weights)
        m_greatest = std::max(m_greatest, weight);
    describe();
    viewport()->update();
}

void ChipRow::setQuery(std::size_t position)
{
    if (position == m_query)
        return;
    m_query = position;
    reveal(position);
    describe();
    viewport()->update();
}

void ChipRow::setMarked(std::size_t position)
{
    m_marked = position;
    viewport()->update();
}

/// What a screen reader says: the query and what weighs most.
void ChipRow::describe()
{
    if (m_query >= m_positions.size())
        return setAccessibleDescription({});
    std::vector<std::size_t> order(m_weights.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto told = std::min<std::size_t>(3, order.size());
    std::partial_sort(order.begin(), order.begin() + std::ptrdiff_t(told), order.end(),
                      [&](std::size_t a, std::size_t b) { return m_weights[a] > m_weights[b]; });
    QStringList most;
    for (std::size_t i = 0; i < told; ++i)
        most << tr("%1 %2").arg(m_positions[order[i]].name, percentText(m_weights[order[i]]));
    setAccessibleDescription(tr("Chosen: %1. Most attention: %2.").arg(m_positions[m_query].name, most.join(", ")));
}

void ChipRow::reveal(std::size_t position)
{
    if (position >= m_places.size())
        return;
    const QRect place = m_places[position];
    const int begin = horizontalScrollBar()->value(), room = viewport()->width();
    if (place.left() < begin)
        horizontalScrollBar()->setValue(place.left() - room / 4);
    else if (place.right() > begin + room)
        horizontalScrollBar()->setValue(place.right() - room * 3 / 4);
}

QRect ChipRow::chipRect(std::size_t position) const
{
    return position < m_places.size() ? m_places[position].translated(-horizontalScrollBar()->value(), 0) : QRect();
}

int ChipRow::positionAt(const QPoint& point) const
{
    const int x = point.x() + horizontalScrollBar()->value();
    const auto after = std::ranges::upper_bound(m_places, x, {}, [](const QRect& place) { return place.left(); });
    if (after == m_places.begin())
        return -1;
    const auto at = std::prev(after);
    return at->contains(x, std::clamp(point.y(), at->top(), at->bottom())) ? int(at - m_places.begin()) : -1;
}

void ChipRow::choose(std::size_t position)
{
    if (position < m_positions.size())
        Q_EMIT chosen(position);
}

void ChipRow::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    place();
}

void ChipRow::mousePressEvent(QMouseEvent* event)
{
    const int position = positionAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && position >= 0)
        choose(std::size_t(position));
}

void ChipRow::mouseMoveEvent(QMouseEvent* event)
{
    point(positionAt(event->position().toPoint()));
}

void ChipRow::point(int position)
{
    if (std::exchange(m_pointed, position) != position)
        Q_EMIT pointedAt(position);
}

void ChipRow::keyPressEvent(QKeyEvent* event)
{
    if (m_positions.empty())
        return QAbstractScrollArea::keyPressEvent(event);
    const std::size_t last = m_positions.size() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_query > 0 ? m_query - 1 : 0);
    case Qt::Key_Right:
        return choose(std::min(m_query + 1, last));
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(last);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

/// There is nothing to scroll up and down.
void ChipRow::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    const int by = turned.x() != 0 ? turned.x() : turned.y();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by);
    event->accept();
}

void ChipRow::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ChipRow::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void ChipRow::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        place();
    else if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

bool ChipRow::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        point(-1);
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int at = positionAt(help->pos());
    if (at < 0) {
        QToolTip::hideText();
        return true;
    }
    const PositionFacts& facts = m_positions[std::size_t(at)];
    QStringList lines{facts.name, facts.description};
    if (std::size_t(at) == m_marked)
        lines << tr("The answer is read from here.");
    if (std::size_t(at) < m_weights.size())
        lines << tr("Share: %1").arg(percentText(m_weights[std::size_t(at)]));
    QToolTip::showText(help->globalPos(), plainToolTip(lines.join('\n')), viewport());
    return true;
}

} // namespace vbs
