#pragma once

#include "core/base/geometry.h"

#include <QPointF>
#include <QRectF>
#include <QSize>

namespace vbs {

/// The eight places where a box is taken to resize it.
enum class BoxHandle { None, TopLeft, Top, TopRight, Right, BottomRight, Bottom, BottomLeft, Left };

inline constexpr BoxHandle kBoxHandles[] = {BoxHandle::TopLeft,    BoxHandle::TopRight, BoxHandle::BottomRight,
                                            BoxHandle::BottomLeft, BoxHandle::Top,      BoxHandle::Right,
                                            BoxHandle::Bottom,     BoxHandle::Left};

/// The side in pixels under which a box would hold nothing to see.
inline constexpr float kSmallestBox = 4;

/// Where a handle sits on a rectangle.
QPointF handlePlace(const QRectF& rect, BoxHandle handle);

/// Whether a rectangle on the screen is large enough for this handle: corners always, sides from a length on.
bool hasHandle(const QRectF& rect, BoxHandle handle);

/// The handle under a point, both in screen pixels. The inside of a small rectangle stays free to take it by.
BoxHandle handleAt(const QRectF& rect, const QPointF& point);

// Edits, in pixels of a picture of the given size. Results lie inside it, and their sides are kSmallestBox at least
// (or the picture's own side, where that is shorter).

/// From a corner to the opposite one, on whole pixels.
Box drawnBox(const QPointF& from, const QPointF& to, const QSize& picture);
/// Shifted by whole pixels as far as the picture's edge.
Box movedBox(const Box& box, const QPointF& by, const QSize& picture);
/// With the handle's sides at a whole pixel near `to`; the other sides stay.
Box resizedBox(const Box& box, BoxHandle handle, const QPointF& to, const QSize& picture);

} // namespace vbs
