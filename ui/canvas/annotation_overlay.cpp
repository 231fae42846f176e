#include "ui/canvas/annotation_overlay.h"

#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"
#include "ui/workbench/region_text.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace vbs {
namespace {

constexpr int kLabelHeight = 16;
constexpr double kPadding = 4;
const QColor kLine(95, 220, 140); // a light green: neither the white of found boxes nor the accent of one's own
const QColor kHalo(8, 40, 20, 170);
const QColor kLabelFill(12, 74, 40, 225);

} // namespace

void AnnotationOverlay::paint(QPainter& painter, const CanvasGeometry& geometry)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = QApplication::font();
    font.setPixelSize(textPixels(11));
    painter.setFont(font);
    for (const LabelledBox& labelled : m_boxes) {
        const QRectF pixels = toRectF(labelled.box);
        const QRectF box(geometry.toCanvas(pixels.topLeft()), geometry.toCanvas(pixels.bottomRight()));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(kHalo, 3));
        painter.drawRect(box);
        QPen line(kLine, 1.5);
        line.setDashPattern({2, 2});
        painter.setPen(line);
        painter.drawRect(box);
        if (labelled.label.empty())
            continue;
        const QString label = toQString(labelled.label);
        const double width = QFontMetricsF(font).horizontalAdvance(label) + 2 * kPadding;
        QRectF place(box.right() - width, box.bottom(), width,
                     textPixels(kLabelHeight)); // found boxes are named at the top left
        if (place.bottom() > geometry.picture.bottom())
            place.moveBottom(box.bottom());
        painter.setPen(Qt::NoPen);
        painter.setBrush(kLabelFill);
        painter.drawRect(place);
        painter.setPen(Qt::white);
        painter.drawText(place, Qt::AlignCenter, label);
    }
    painter.restore();
}

} // namespace vbs
