#pragma once

#include "ui/canvas/canvas_overlay.h"

#include <Qt>

class QKeyEvent;

namespace vbs {

/// The mouse over the canvas.
struct CanvasMouse {
    QPointF point; ///< in the canvas's coordinates
    CanvasGeometry geometry;
    Qt::KeyboardModifiers modifiers;

    QPointF pixel() const { return geometry.toPixel(point); }
};

/// Takes the left mouse button and the keys of the canvas while it is in hand. The wheel and the middle button go on
/// scrolling, zooming and panning.
class CanvasTool {
public:
    virtual ~CanvasTool() = default;

    virtual void press(const CanvasMouse&) {}
    virtual void move(const CanvasMouse&) {} ///< while pressed
    virtual void release(const CanvasMouse&) {}
    virtual bool doubleClick(const CanvasMouse&) { return false; } ///< whether it meant something of its own
    virtual void cancel() {}                                       ///< what was begun by a press is dropped
    virtual Qt::CursorShape cursor(const CanvasMouse&) const { return Qt::ArrowCursor; }
    virtual bool key(const QKeyEvent&, const CanvasGeometry&) { return false; } ///< whether it was used
    virtual bool tab(bool forward) { return false; } ///< whether the tool has a next thing to go to
};

} // namespace vbs
