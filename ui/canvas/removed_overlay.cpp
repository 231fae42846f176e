#include "ui/canvas/removed_overlay.h"

#include "ui/util/icons.h"
#include "ui/workbench/region_text.h"

#include <QPainter>

namespace vbs {

void RemovedOverlay::paint(QPainter& painter, const CanvasGeometry& geometry)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Box& box : m_boxes) {
        const QRectF pixels = toRectF(box);
        const QRectF place(geometry.toCanvas(pixels.topLeft()), geometry.toCanvas(pixels.bottomRight()));
        if (!place.intersects(geometry.canvas))
            continue;
        painter.setPen(QPen(QColor(255, 255, 255, 220), 1.5, Qt::DashLine));
        painter.setBrush(QColor(16, 19, 26, 190));
        painter.drawRoundedRect(place, 3, 3);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(QColor(255, 255, 255, 60), Qt::BDiagPattern));
        painter.drawRoundedRect(place, 3, 3);
        if (place.width() > 28 && place.height() > 28)
            paintLineIcon(painter, "hide", QRectF(place.center() - QPointF(11, 11), QSizeF(22, 22)), Qt::white);
    }
    painter.restore();
}

} // namespace vbs
