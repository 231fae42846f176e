// PictureView's part that takes the mouse, the wheel and the keys.

#include "ui/canvas/picture_view.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace vbs {
namespace {

constexpr double kZoomStep = 1.25;

} // namespace

CanvasMouse PictureView::mouseAt(const QPointF& point, Qt::KeyboardModifiers modifiers) const
{
    return {point, geometryNow(), modifiers};
}

void PictureView::showCursor(const QPointF& point, Qt::KeyboardModifiers modifiers)
{
    const Qt::CursorShape shape = m_dragging            ? Qt::ClosedHandCursor
                                  : m_tool && m_picture ? m_tool->cursor(mouseAt(point, modifiers))
                                                        : Qt::ArrowCursor;
    if (viewport()->cursor().shape() != shape)
        viewport()->setCursor(shape);
}

void PictureView::wheelEvent(QWheelEvent* event)
{
    if (!m_picture || !(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    m_fit = false;
    applyZoom(m_zoom * std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void PictureView::mousePressEvent(QMouseEvent* event)
{
    const bool left = event->button() == Qt::LeftButton;
    if (m_picture && !m_pressed && !m_tool && event->button() == Qt::RightButton) {
        const QPointF pixel = geometryNow().toPixel(event->position());
        for (auto overlay = m_overlays.rbegin(); overlay != m_overlays.rend(); ++overlay) {
            if ((*overlay)->isShown() && (*overlay)->rightClick(pixel))
                break;
        }
        viewport()->update();
        return;
    }
    if (!m_picture || m_pressed || m_toolPressed || (!left && event->button() != Qt::MiddleButton))
        return;
    if (left && m_tool) {
        m_toolPressed = true;
        m_tool->press(mouseAt(event->position(), event->modifiers()));
        return;
    }
    m_pressed = event->pos();
    m_lastDrag = event->pos();
    m_dragging = false;
}

void PictureView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_toolPressed) {
        m_tool->move(mouseAt(event->position(), event->modifiers()));
        showCursor(event->position(), event->modifiers());
        hover(event->position());
        return;
    }
    if (!m_pressed) {
        showCursor(event->position(), event->modifiers());
        hover(event->position());
        return;
    }
    if (!m_dragging && (event->pos() - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_dragging = true;
        hover(std::nullopt);
        showCursor(event->position(), event->modifiers());
    }
    if (m_dragging)
        pan(event->pos());
}

void PictureView::pan(const QPoint& to)
{
    const QPoint step = to - m_lastDrag;
    m_lastDrag = to;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - step.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - step.y());
}

void PictureView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_toolPressed && event->button() == Qt::LeftButton) {
        m_toolPressed = false;
        m_tool->release(mouseAt(event->position(), event->modifiers()));
        showCursor(event->position(), event->modifiers());
        viewport()->update();
        return;
    }
    const bool left = event->button() == Qt::LeftButton;
    if (!m_pressed || (!left && event->button() != Qt::MiddleButton))
        return;
    const bool clicked = !m_dragging && left;
    m_pressed.reset();
    m_dragging = false;
    showCursor(event->position(), event->modifiers());
    hover(event->position());
    if (!clicked)
        return;
    const QPointF pixel = geometryNow().toPixel(event->position());
    for (auto overlay = m_overlays.rbegin(); overlay != m_overlays.rend(); ++overlay) {
        if ((*overlay)->isShown() && (*overlay)->click(pixel))
            break;
    }
    viewport()->update();
}

void PictureView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_tool) {
        if (event->button() != Qt::LeftButton || !m_picture ||
            !m_tool->doubleClick(mouseAt(event->position(), event->modifiers())))
            mousePressEvent(event); // two quick strokes
        return;
    }
    if (event->button() != Qt::LeftButton || !m_picture)
        return;
    if (m_fit) {
        m_fit = false;
        applyZoom(1, event->position());
    } else {
        setFit();
    }
}

void PictureView::keyPressEvent(QKeyEvent* event)
{
    if (m_tool && m_picture && m_tool->key(*event, geometryNow())) {
        viewport()->update();
        return;
    }
    const auto step = [](QScrollBar* bar, int by) { bar->setValue(bar->value() + by * bar->singleStep()); };
    switch (event->key()) {
    case Qt::Key_Left:
        return step(horizontalScrollBar(), -1);
    case Qt::Key_Right:
        return step(horizontalScrollBar(), 1);
    case Qt::Key_Up:
        return step(verticalScrollBar(), -1);
    case Qt::Key_Down:
        return step(verticalScrollBar(), 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool PictureView::focusNextPrevChild(bool next)
{
    return (m_tool && m_picture && m_tool->tab(next)) || QAbstractScrollArea::focusNextPrevChild(next);
}

void PictureView::focusOutEvent(QFocusEvent* event)
{
    if (m_tool && m_toolPressed && event->reason() == Qt::ActiveWindowFocusReason)
        m_tool->cancel(); // the release may never come
    QAbstractScrollArea::focusOutEvent(event);
}

bool PictureView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        hover(std::nullopt);
    return QAbstractScrollArea::viewportEvent(event);
}

void PictureView::hover(const std::optional<QPointF>& point)
{
    QPoint pixel(-1, -1);
    std::optional<QPointF> exact;
    if (m_picture && point) {
        exact = geometryNow().toPixel(*point);
        const QPoint whole(int(std::floor(exact->x())), int(std::floor(exact->y())));
        if (QRect(QPoint(), m_picture->size()).contains(whole))
            pixel = whole;
        else
            exact.reset();
    }
    bool repaint = false;
    for (CanvasOverlay* overlay : m_overlays)
        repaint = overlay->hover(exact ? &*exact : nullptr) || repaint;
    if (repaint) {
        viewport()->update();
        Q_EMIT hoverChanged();
    }
    Q_EMIT pixelHovered(pixel);
}

} // namespace vbs
