#pragma once

#include "ui/canvas/canvas_overlay.h"
#include "ui/canvas/canvas_tool.h"
#include "ui/util/picture_pyramid.h"

#include <QAbstractScrollArea>

#include <memory>
#include <optional>
#include <vector>

namespace vbs {

/// The canvas: a picture with zoom and pan, and overlays over it.
/// Ctrl+wheel zooms at the cursor, the wheel scrolls, dragging with the left button pans, a double click toggles
/// between fitting the window and 100 %. While a tool is in hand the left button is the tool's; the middle button
/// pans in any case.
class PictureView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PictureView(QWidget* parent = nullptr);

    /// Shows a picture so that it fits; null: none.
    void setPicture(const std::shared_ptr<const PicturePyramid>& picture);
    /// Painted in this order; the caller keeps them alive.
    void setOverlays(std::vector<CanvasOverlay*> overlays);
    /// Null: none. The caller keeps it alive.
    void setTool(CanvasTool* tool);
    /// Scrolls when nothing of this part of the picture (in its pixels) is in sight.
    void reveal(const QRectF& pixels);
    void refresh() { viewport()->update(); }

    double zoom() const { return m_zoom; } ///< screen pixels a picture pixel
    bool isFit() const { return m_fit; }
    void setFit();
    void setFitMargin(int margin); ///< logical pixels around a picture that fits; 24 at first
    void setZoom(double zoom);     ///< around the middle of the canvas
    void zoomBy(double factor);
    CanvasGeometry geometryNow() const;

    /// What is in sight, in a measure that pictures of different sizes share.
    struct Place {
        double zoom = 1; ///< times the one that fits
        QPointF middle;  ///< of the canvas, in parts of the picture
        bool fit = true;
    };
    Place place() const;
    void setPlace(const Place& place); ///< says nothing by placeChanged

Q_SIGNALS:
    void placeChanged(); ///< zoomed or scrolled
    void zoomChanged(double zoom);
    void pixelHovered(const QPoint& pixel); ///< (-1, -1): none
    void hoverChanged();

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    double fitZoom() const;
    void applyZoom(double zoom, const QPointF& anchor);
    void updateScrollBars();
    void hover(const std::optional<QPointF>& point);
    void pan(const QPoint& to);
    CanvasMouse mouseAt(const QPointF& point, Qt::KeyboardModifiers modifiers) const;
    void showCursor(const QPointF& point, Qt::KeyboardModifiers modifiers);
    QRegion fixedRegion() const;

    std::shared_ptr<const PicturePyramid> m_picture;
    DrawnPart m_drawn; ///< of m_picture
    std::vector<CanvasOverlay*> m_overlays;
    double m_zoom = 1;
    bool m_fit = true;
    int m_fitMargin = 24;
    bool m_following = false; ///< the place comes from outside
    bool m_adjusting = false; ///< scroll bars are being set: one repaint follows
    std::optional<QPoint> m_pressed;
    QPoint m_lastDrag;
    bool m_dragging = false;
    CanvasTool* m_tool = nullptr;
    bool m_toolPressed = false;
};

} // namespace vbs
