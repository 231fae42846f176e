#pragma once

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QString>

class QPainter;

namespace vbs {

/// Where the picture lies on the canvas.
struct CanvasGeometry {
    QRectF picture; ///< the whole picture, in the canvas's coordinates (it may reach beyond)
    QRectF canvas;  ///< what is visible
    QSize pixels;   ///< of the picture
    QFont font{};   ///< of the canvas, whose size all texts on it go with

    double scale() const { return pixels.isEmpty() ? 1 : picture.width() / pixels.width(); }
    QPointF toCanvas(const QPointF& pixel) const { return picture.topLeft() + pixel * scale(); }
    QPointF toPixel(const QPointF& point) const { return (point - picture.topLeft()) / scale(); }
};

/// Something drawn over the picture. Painted in order; every member may be left out.
class CanvasOverlay {
public:
    virtual ~CanvasOverlay() = default;

    bool isShown() const { return m_shown; }
    void setShown(bool shown) { m_shown = shown; }

    virtual void paint(QPainter&, const CanvasGeometry&) {}
    /// Painted after all, without scrolling along: legends and tags.
    virtual void paintFixed(QPainter&, const CanvasGeometry&) {}
    /// The part of the canvas that paintFixed covers: it does not move when the picture is panned.
    virtual QRectF fixedArea(const CanvasGeometry&) const { return {}; }
    /// The mouse is at this pixel of the picture (a null pointer: it left).
    /// @return whether the canvas must be painted again.
    virtual bool hover(const QPointF* pixel) { return false; }
    /// A click without a drag. @return whether it was used.
    virtual bool click(const QPointF& pixel) { return false; }
    virtual bool rightClick(const QPointF& pixel) { return false; } ///< whether it was used

private:
    bool m_shown = true;
};

} // namespace vbs
