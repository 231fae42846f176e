#include "ui/canvas/picture_view.h"

#include "ui/util/theme.h"

#include <QApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

constexpr double kLargestZoom = 64;
constexpr double kLargestFit = 6; ///< a tiny picture is enlarged to fit only so far
constexpr int kKeyStep = 48;

} // namespace

PictureView::PictureView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setObjectName("pictureView");
    setAccessibleName(tr("Picture"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
}

void PictureView::setPicture(const std::shared_ptr<const PicturePyramid>& picture)
{
    m_picture = picture;
    m_drawn = {};
    m_pressed.reset();
    m_dragging = false;
    m_toolPressed = false;
    if (m_tool)
        m_tool->cancel();
    hover(std::nullopt);
    setFit();
    viewport()->update();
}

void PictureView::setOverlays(std::vector<CanvasOverlay*> overlays)
{
    m_overlays = std::move(overlays);
    viewport()->update();
}

void PictureView::setTool(CanvasTool* tool)
{
    if (m_tool && m_tool != tool)
        m_tool->cancel();
    m_tool = tool;
    m_toolPressed = false;
    showCursor(viewport()->mapFromGlobal(QCursor::pos()), QApplication::keyboardModifiers());
    viewport()->update();
}

void PictureView::reveal(const QRectF& pixels)
{
    const CanvasGeometry geometry = geometryNow();
    const QRectF place(geometry.toCanvas(pixels.topLeft()), geometry.toCanvas(pixels.bottomRight()));
    if (!m_picture || place.intersects(geometry.canvas))
        return;
    const QPointF by = place.center() - geometry.canvas.center();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(std::lround(by.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + int(std::lround(by.y())));
}

CanvasGeometry PictureView::geometryNow() const
{
    CanvasGeometry geometry;
    geometry.canvas = QRectF(viewport()->rect());
    geometry.font = font();
    if (!m_picture)
        return geometry;
    geometry.pixels = m_picture->size();
    const QSizeF size = QSizeF(m_picture->size()) * (m_zoom / devicePixelRatioF());
    const auto start = [](double extent, int room, int scrolled) {
        return extent <= room ? std::floor((room - extent) / 2) : double(-scrolled);
    };
    geometry.picture = QRectF(QPointF(start(size.width(), viewport()->width(), horizontalScrollBar()->value()),
                                      start(size.height(), viewport()->height(), verticalScrollBar()->value())),
                              size);
    return geometry;
}

double PictureView::fitZoom() const
{
    if (!m_picture)
        return 1;
    const QSizeF room = QSizeF(maximumViewportSize()) - QSizeF(2 * m_fitMargin, 2 * m_fitMargin);
    const QSizeF size = m_picture->size();
    const double zoom = std::min(room.width() / size.width(), room.height() / size.height()) * devicePixelRatioF();
    return std::clamp(zoom, 1.0 / std::max(size.width(), size.height()), kLargestFit * devicePixelRatioF());
}

void PictureView::setFitMargin(int margin)
{
    m_fitMargin = margin;
    if (m_fit)
        setFit();
}

void PictureView::setFit()
{
    m_fit = true;
    applyZoom(fitZoom(), QPointF(viewport()->rect().center()));
}

void PictureView::setZoom(double zoom)
{
    m_fit = false;
    applyZoom(zoom, QPointF(viewport()->rect().center()));
}

void PictureView::zoomBy(double factor)
{
    setZoom(m_zoom * factor);
}

/// The pixel under the anchor stays under it.
void PictureView::applyZoom(double zoom, const QPointF& anchor)
{
    const CanvasGeometry before = geometryNow();
    const QPointF pixel = before.toPixel(anchor);
    const double smallest = std::min(fitZoom(), 1.0) / 4;
    m_zoom = std::clamp(zoom, smallest, kLargestZoom);
    m_adjusting = true;
    updateScrollBars();
    if (m_picture) {
        const double scale = m_zoom / devicePixelRatioF();
        horizontalScrollBar()->setValue(int(std::lround(pixel.x() * scale - anchor.x())));
        verticalScrollBar()->setValue(int(std::lround(pixel.y() * scale - anchor.y())));
    }
    m_adjusting = false;
    viewport()->update();
    Q_EMIT zoomChanged(m_zoom);
    if (!m_following)
        Q_EMIT placeChanged();
}

PictureView::Place PictureView::place() const
{
    const CanvasGeometry geometry = geometryNow();
    const QPointF pixel = geometry.toPixel(geometry.canvas.center());
    const QSizeF size(std::max(1, geometry.pixels.width()), std::max(1, geometry.pixels.height()));
    return {m_zoom / fitZoom(), {pixel.x() / size.width(), pixel.y() / size.height()}, m_fit};
}

void PictureView::setPlace(const Place& place)
{
    if (!m_picture)
        return;
    m_following = true;
    if (place.fit) {
        setFit();
    } else {
        m_fit = false;
        applyZoom(fitZoom() * place.zoom, QPointF(viewport()->rect().center()));
        const QSizeF size = QSizeF(m_picture->size()) * (m_zoom / devicePixelRatioF());
        horizontalScrollBar()->setValue(int(std::lround(place.middle.x() * size.width() - viewport()->width() / 2.0)));
        verticalScrollBar()->setValue(int(std::lround(place.middle.y() * size.height() - viewport()->height() / 2.0)));
    }
    m_following = false;
}

void PictureView::updateScrollBars()
{
    const QSizeF size = m_picture ? QSizeF(m_picture->size()) * (m_zoom / devicePixelRatioF()) : QSizeF();
    const auto set = [](QScrollBar* bar, double extent, int room) {
        bar->setPageStep(room);
        bar->setSingleStep(kKeyStep);
        bar->setRange(0, std::max(0, int(std::ceil(extent)) - room));
    };
    // Showing one bar takes room from the other, so the second round counts.
    for (int round = 0; round < 2; ++round) {
        set(horizontalScrollBar(), size.width(), viewport()->width());
        set(verticalScrollBar(), size.height(), viewport()->height());
    }
}

void PictureView::resizeEvent(QResizeEvent*)
{
    if (m_adjusting)
        return;
    if (m_fit)
        setFit();
    else
        updateScrollBars();
}

void PictureView::scrollContentsBy(int dx, int dy)
{
    if (m_adjusting)
        return;
    // Moves what is painted already; only the strips that come into view and the fixed marks are painted anew.
    const QRegion fixed = fixedRegion();
    viewport()->scroll(dx, dy);
    viewport()->update(fixed | fixed.translated(dx, dy));
    if (!m_following)
        Q_EMIT placeChanged();
}

QRegion PictureView::fixedRegion() const
{
    const CanvasGeometry geometry = geometryNow();
    QRegion region;
    for (const CanvasOverlay* overlay : m_overlays) {
        if (overlay->isShown())
            region |= overlay->fixedArea(geometry).toAlignedRect();
    }
    return region;
}

void PictureView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const ThemeColors& colors = themeColors();
    painter.fillRect(event->rect(), colors.canvas);
    if (!m_picture)
        return;
    const CanvasGeometry geometry = geometryNow();
    painter.setPen(QPen(colors.border, 1));
    painter.drawRect(geometry.picture.adjusted(-1, -1, 0, 0));
    m_picture->draw(painter, geometry.picture, QRectF(event->rect()), m_drawn);
    for (CanvasOverlay* overlay : m_overlays) {
        if (overlay->isShown())
            overlay->paint(painter, geometry);
    }
    for (CanvasOverlay* overlay : m_overlays) {
        if (overlay->isShown())
            overlay->paintFixed(painter, geometry);
    }
}

} // namespace vbs
