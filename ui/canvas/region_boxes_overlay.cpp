#include "ui/canvas/region_boxes_overlay.h"

#include "ui/util/theme.h"
#include "ui/workbench/region_text.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace vbs {
namespace {

constexpr std::size_t kNamedAtMost = 16; ///< more names than this would hide the picture
constexpr double kLabelHeight = 18;

// White on near-black reads on every picture, whatever its colours.
const QColor kLine(255, 255, 255);
const QColor kHalo(16, 19, 26, 170);
const QColor kLabelFill(16, 19, 26, 215);

/// @param fill behind the name.
void paintLabel(QPainter& painter, const QRectF& box, const QString& name, const QColor& fill,
                const CanvasGeometry& geometry)
{
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(name) + 10;
    QRectF label(box.left() - 1, box.top() - kLabelHeight - 1, width, kLabelHeight);
    if (label.top() < geometry.picture.top())
        label.moveTop(box.top() + 1); // inside, where the picture ends above the box
    if (label.right() > geometry.picture.right())
        label.moveRight(geometry.picture.right());
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(label, 3, 3);
    painter.setPen(kLine);
    painter.drawText(label, Qt::AlignCenter, name);
}

} // namespace

void RegionBoxesOverlay::paint(QPainter& painter, const CanvasGeometry& geometry)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = QApplication::font();
    font.setPixelSize(12);
    painter.setFont(font);
    const QRectF visible = geometry.canvas.adjusted(-200, -40, 200, 40);
    const auto placed = [&](const Region& region) {
        const QRectF box = toRectF(region.box);
        return QRectF(geometry.toCanvas(box.topLeft()), geometry.toCanvas(box.bottomRight()));
    };
    const bool own = m_look == Look::Own;
    const QColor accent = themeColors(false).accent;
    QPen halo(own ? kLine : kHalo, own ? 4 : 3.5), line(own ? accent : kLine, own ? 2 : 1.5);
    if (m_look == Look::FoundInEditing)
        line.setDashPattern({4, 3});
    painter.setBrush(Qt::NoBrush);
    for (const Region& region : m_regions) {
        const QRectF box = placed(region);
        if (region.wholeImage || !visible.intersects(box))
            continue;
        painter.setPen(halo);
        painter.drawRoundedRect(box, 2, 2);
        painter.setPen(line);
        painter.drawRoundedRect(box, 2, 2);
    }
    if (m_regions.size() <= kNamedAtMost) {
        for (const Region& region : m_regions) {
            const QRectF box = placed(region);
            if (!region.wholeImage && visible.intersects(box))
                paintLabel(painter, box, regionName(region), own ? accent : kLabelFill, geometry);
        }
    }
    painter.restore();
}

} // namespace vbs
