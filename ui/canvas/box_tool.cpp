#include "ui/canvas/box_tool.h"

#include "ui/util/theme.h"
#include "ui/workbench/region_text.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

constexpr double kHandle = 9; ///< side of a handle's square
constexpr double kFarStep = 10;
constexpr double kTremble = 3; ///< screen pixels that are no drag yet: the system's distance would hinder fine work

Qt::CursorShape cursorOf(BoxHandle handle)
{
    switch (handle) {
    case BoxHandle::TopLeft:
    case BoxHandle::BottomRight:
        return Qt::SizeFDiagCursor;
    case BoxHandle::TopRight:
    case BoxHandle::BottomLeft:
        return Qt::SizeBDiagCursor;
    case BoxHandle::Top:
    case BoxHandle::Bottom:
        return Qt::SizeVerCursor;
    default:
        return Qt::SizeHorCursor;
    }
}

std::optional<QPointF> stepOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return QPointF(-1, 0);
    case Qt::Key_Right:
        return QPointF(1, 0);
    case Qt::Key_Up:
        return QPointF(0, -1);
    case Qt::Key_Down:
        return QPointF(0, 1);
    default:
        return std::nullopt;
    }
}

} // namespace

void BoxTool::setRegions(const RegionSet& regions, const std::vector<bool>& hidden)
{
    m_regions = regions;
    m_hidden = hidden;
    if (m_press && m_press->region >= 0)
        cancel(); // the box in hand may be another one now
}

std::optional<BoxTool::Drag> BoxTool::drag() const
{
    if (!m_press || !m_press->moved)
        return std::nullopt;
    return Drag{m_press->region, m_press->box};
}

bool BoxTool::isTouchable(int region) const
{
    const auto i = std::size_t(region);
    return region >= 0 && i < m_regions.regions.size() && !m_regions.regions[i].wholeImage &&
           (i >= m_hidden.size() || !m_hidden[i]);
}

int BoxTool::smallestAt(const QPointF& pixel) const
{
    int found = -1;
    for (int i = 0; i < int(m_regions.regions.size()); ++i) {
        const Box& box = m_regions.regions[std::size_t(i)].box;
        if (isTouchable(i) && box.contains(float(pixel.x()), float(pixel.y())) &&
            (found < 0 || box.area() < m_regions.regions[std::size_t(found)].box.area()))
            found = i;
    }
    return found;
}

QRectF BoxTool::placeOf(const Box& box, const CanvasGeometry& geometry) const
{
    const QRectF rect = toRectF(box);
    return {geometry.toCanvas(rect.topLeft()), geometry.toCanvas(rect.bottomRight())};
}

/// What a press would begin here.
BoxTool::Press BoxTool::pressAt(const CanvasMouse& mouse) const
{
    Press press;
    press.point = mouse.point;
    press.pixel = mouse.pixel();
    if (mouse.modifiers & Qt::ControlModifier)
        return press;
    if (isTouchable(m_picked)) {
        const Box& box = m_regions.regions[std::size_t(m_picked)].box;
        press.handle = handleAt(placeOf(box, mouse.geometry), mouse.point);
        press.region = m_picked;
        if (press.handle != BoxHandle::None) {
            press.kind = Kind::Resize;
            press.offset = press.pixel - handlePlace(toRectF(box), press.handle);
            return press;
        }
        if (!box.contains(float(press.pixel.x()), float(press.pixel.y())))
            press.region = -1;
    }
    if (press.region < 0)
        press.region = smallestAt(press.pixel);
    press.kind = press.region < 0 ? Kind::Draw : Kind::Move;
    return press;
}

void BoxTool::press(const CanvasMouse& mouse)
{
    m_press = pressAt(mouse);
}

void BoxTool::move(const CanvasMouse& mouse)
{
    if (!m_press)
        return;
    Press& press = *m_press;
    if (!press.moved) {
        if ((mouse.point - press.point).manhattanLength() < kTremble)
            return;
        press.moved = true;
        if (press.region != m_picked)
            m_handlers.pick(press.region);
    }
    const QSize picture = mouse.geometry.pixels;
    const QPointF pixel = mouse.pixel();
    if (press.kind == Kind::Draw) {
        press.box = drawnBox(press.pixel, pixel, picture);
    } else {
        const Box& box = m_regions.regions[std::size_t(press.region)].box;
        press.box = press.kind == Kind::Move ? movedBox(box, pixel - press.pixel, picture)
                                             : resizedBox(box, press.handle, pixel - press.offset, picture);
    }
    m_handlers.dragged();
}

void BoxTool::release(const CanvasMouse& mouse)
{
    if (!m_press)
        return;
    move(mouse);
    const Press press = *m_press;
    m_press.reset();
    if (!press.moved) {
        m_handlers.pick(press.kind == Kind::Resize ? press.region : smallestAt(press.pixel));
        return;
    }
    if (press.kind == Kind::Draw)
        m_handlers.add(press.box);
    else
        m_handlers.change(press.region, press.box, false);
    m_handlers.dragged();
}

bool BoxTool::doubleClick(const CanvasMouse& mouse)
{
    if (m_picked < 0 || smallestAt(mouse.pixel()) != m_picked)
        return false;
    m_handlers.name();
    return true;
}

void BoxTool::cancel()
{
    const bool dragging = drag().has_value();
    m_press.reset();
    if (dragging)
        m_handlers.dragged();
}

Qt::CursorShape BoxTool::cursor(const CanvasMouse& mouse) const
{
    const Press press = m_press ? *m_press : pressAt(mouse);
    switch (press.kind) {
    case Kind::Resize:
        return cursorOf(press.handle);
    case Kind::Move:
        return Qt::SizeAllCursor;
    default:
        return Qt::CrossCursor;
    }
}

bool BoxTool::key(const QKeyEvent& event, const CanvasGeometry& geometry)
{
    if (event.key() == Qt::Key_Escape) {
        if (m_press)
            cancel();
        else
            m_handlers.leave();
        return true;
    }
    if (m_press)
        return stepOf(event.key()).has_value(); // one thing at a time
    if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && isTouchable(m_picked)) {
        m_handlers.name();
        return true;
    }
    if (event.key() == Qt::Key_Insert && event.modifiers() == Qt::NoModifier) {
        const QRectF seen = geometry.picture.intersected(geometry.canvas);
        const QPointF half(seen.width() / 6, seen.height() / 6);
        m_handlers.add(
            drawnBox(geometry.toPixel(seen.center() - half), geometry.toPixel(seen.center() + half), geometry.pixels));
        return true;
    }
    return arrow(event, geometry.pixels);
}

bool BoxTool::arrow(const QKeyEvent& event, const QSize& picture)
{
    std::optional<QPointF> step = stepOf(event.key());
    if (!step || !isTouchable(m_picked) || (event.modifiers() & (Qt::AltModifier | Qt::MetaModifier)))
        return false;
    if (event.modifiers() & Qt::ShiftModifier)
        *step *= kFarStep;
    const Box& box = m_regions.regions[std::size_t(m_picked)].box;
    Box changed;
    if (event.modifiers() & Qt::ControlModifier) {
        const BoxHandle side = step->x() != 0 ? BoxHandle::Right : BoxHandle::Bottom;
        changed = resizedBox(box, side, QPointF(box.x2, box.y2) + *step, picture);
    } else {
        changed = movedBox(box, *step, picture);
    }
    m_handlers.change(m_picked, changed, event.isAutoRepeat());
    return true;
}

bool BoxTool::tab(bool forward)
{
    const int count = int(m_regions.regions.size());
    int region = m_picked;
    for (int tried = 0; tried < count; ++tried) {
        region = region < 0 ? (forward ? 0 : count - 1) : (region + (forward ? 1 : count - 1)) % count;
        if (isTouchable(region)) {
            m_handlers.pick(region);
            return true;
        }
    }
    return false;
}

void BoxTool::paint(QPainter& painter, const CanvasGeometry& geometry)
{
    const std::optional<Drag> now = drag();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (now) {
        const QRectF place = placeOf(now->box, geometry);
        painter.setBrush(QColor(255, 255, 255, 36));
        painter.setPen(QPen(Qt::white, 5));
        painter.drawRect(place);
        painter.setPen(QPen(themeColors(false).accent, 3));
        painter.drawRect(place);
        if (now->region >= 0)
            paintHandles(painter, place);
        paintSize(painter, *now, geometry);
    } else if (isTouchable(m_picked)) {
        paintHandles(painter, placeOf(m_regions.regions[std::size_t(m_picked)].box, geometry));
    }
    painter.restore();
}

void BoxTool::paintHandles(QPainter& painter, const QRectF& place) const
{
    painter.setBrush(Qt::white);
    painter.setPen(QPen(themeColors(false).accent, 1.5));
    for (const BoxHandle handle : kBoxHandles) {
        if (!hasHandle(place, handle))
            continue;
        const QPointF middle = handlePlace(place, handle);
        painter.drawRect(QRectF(middle - QPointF(kHandle / 2, kHandle / 2), QSizeF(kHandle, kHandle)));
    }
}

/// The size in pixels, below the box or where there is room.
void BoxTool::paintSize(QPainter& painter, const Drag& drag, const CanvasGeometry& geometry) const
{
    QFont font = QApplication::font();
    font.setPixelSize(textPixels(12));
    const QString text = QCoreApplication::translate("vbs::BoxTool", "%1 × %2")
                             .arg(std::lround(drag.box.width()))
                             .arg(std::lround(drag.box.height()));
    const QRectF place = placeOf(drag.box, geometry);
    QRectF chip(0, 0, QFontMetricsF(font).horizontalAdvance(text) + 12, 20);
    chip.moveCenter(QPointF(place.center().x(), place.bottom() + 20));
    const QRectF room = geometry.canvas.adjusted(4, 4, -4, -4);
    chip.moveLeft(std::clamp(chip.left(), room.left(), std::max(room.left(), room.right() - chip.width())));
    chip.moveTop(std::min(chip.top(), room.bottom() - chip.height()));
    painter.setFont(font);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(16, 19, 26, 215));
    painter.drawRoundedRect(chip, 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(chip, Qt::AlignCenter, text);
}

} // namespace vbs
