#include "ui/util/box_edit.h"

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

constexpr double kReach = 8;        ///< screen pixels around a handle's middle
constexpr double kSideHandles = 32; ///< length of a side from which on it has a handle of its own

bool isLeft(BoxHandle h)
{
    return h == BoxHandle::TopLeft || h == BoxHandle::Left || h == BoxHandle::BottomLeft;
}
bool isRight(BoxHandle h)
{
    return h == BoxHandle::TopRight || h == BoxHandle::Right || h == BoxHandle::BottomRight;
}
bool isTop(BoxHandle h)
{
    return h == BoxHandle::TopLeft || h == BoxHandle::Top || h == BoxHandle::TopRight;
}
bool isBottom(BoxHandle h)
{
    return h == BoxHandle::BottomLeft || h == BoxHandle::Bottom || h == BoxHandle::BottomRight;
}

float wholePixel(double at, int extent)
{
    return float(std::clamp(std::round(at), 0.0, double(extent)));
}

float smallestSide(int extent)
{
    return std::min(kSmallestBox, float(extent));
}

struct Span {
    float low, high;
};

/// Between two whole pixels; widened where that would be too short, away from the first one if there is room.
Span drawnSpan(double from, double to, int extent)
{
    const float fixed = wholePixel(from, extent), moving = wholePixel(to, extent), side = smallestSide(extent);
    if (std::abs(moving - fixed) >= side)
        return {std::min(fixed, moving), std::max(fixed, moving)};
    const float low = std::clamp(moving >= fixed ? fixed : fixed - side, 0.f, float(extent) - side);
    return {low, low + side};
}

} // namespace

QPointF handlePlace(const QRectF& rect, BoxHandle handle)
{
    const QPointF centre = rect.center();
    return {isLeft(handle)    ? rect.left()
            : isRight(handle) ? rect.right()
                              : centre.x(),
            isTop(handle)      ? rect.top()
            : isBottom(handle) ? rect.bottom()
                               : centre.y()};
}

bool hasHandle(const QRectF& rect, BoxHandle handle)
{
    if (handle == BoxHandle::Top || handle == BoxHandle::Bottom)
        return rect.width() >= kSideHandles;
    if (handle == BoxHandle::Left || handle == BoxHandle::Right)
        return rect.height() >= kSideHandles;
    return handle != BoxHandle::None;
}

BoxHandle handleAt(const QRectF& rect, const QPointF& point)
{
    const double inside = std::min({kReach, rect.width() / 4, rect.height() / 4});
    if (rect.adjusted(inside, inside, -inside, -inside).contains(point))
        return BoxHandle::None;
    for (const BoxHandle handle : kBoxHandles) {
        const QPointF distance = point - handlePlace(rect, handle);
        if (hasHandle(rect, handle) && std::max(std::abs(distance.x()), std::abs(distance.y())) <= kReach)
            return handle;
    }
    return BoxHandle::None;
}

Box drawnBox(const QPointF& from, const QPointF& to, const QSize& picture)
{
    const Span x = drawnSpan(from.x(), to.x(), picture.width()), y = drawnSpan(from.y(), to.y(), picture.height());
    return {x.low, y.low, x.high, y.high};
}

Box movedBox(const Box& box, const QPointF& by, const QSize& picture)
{
    const auto shift = [](float low, float high, double wanted, int extent) {
        return std::clamp(float(std::round(wanted)), std::min(0.f, -low), std::max(0.f, float(extent) - high));
    };
    const float dx = shift(box.x1, box.x2, by.x(), picture.width());
    const float dy = shift(box.y1, box.y2, by.y(), picture.height());
    return {box.x1 + dx, box.y1 + dy, box.x2 + dx, box.y2 + dy};
}

Box resizedBox(const Box& box, BoxHandle handle, const QPointF& to, const QSize& picture)
{
    Box result = box;
    const float x = wholePixel(to.x(), picture.width()), y = wholePixel(to.y(), picture.height());
    const float width = smallestSide(picture.width()), height = smallestSide(picture.height());
    // A box that is smaller than that already may stay so.
    if (isLeft(handle))
        result.x1 = std::min(x, std::max(box.x1, box.x2 - width));
    if (isRight(handle))
        result.x2 = std::max(x, std::min(box.x2, box.x1 + width));
    if (isTop(handle))
        result.y1 = std::min(y, std::max(box.y1, box.y2 - height));
    if (isBottom(handle))
        result.y2 = std::max(y, std::min(box.y2, box.y1 + height));
    return result;
}

} // namespace vbs
