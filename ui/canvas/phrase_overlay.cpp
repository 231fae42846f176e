#include "ui/canvas/phrase_overlay.h"

#include "ui/util/phrase_colors.h"
#include "ui/util/text_scale.h"
#include "ui/workbench/region_text.h"

#include <QFontMetricsF>
#include <QPainter>

namespace vbs {
namespace {

constexpr int kTag = 20;
constexpr double kStep = 5; ///< phrases that mean the same region lie one in the other

} // namespace

void PhraseOverlay::paint(QPainter& painter, const CanvasGeometry& geometry)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = geometry.font;
    font.setPixelSize(textPixels(12, geometry.font));
    font.setBold(true);
    painter.setFont(font);
    const int height = textPixels(kTag, geometry.font);
    for (std::size_t i = 0; i < m_outlines.size(); ++i) {
        const Outline& outline = m_outlines[i];
        int depth = 0;
        for (std::size_t j = 0; j < i; ++j)
            depth += m_outlines[j].box == outline.box;
        const QRectF pixels = toRectF(outline.box);
        const double in = depth * kStep;
        const QRectF place = QRectF(geometry.toCanvas(pixels.topLeft()), geometry.toCanvas(pixels.bottomRight()))
                                 .adjusted(in, in, -in, -in);
        const QColor color = phraseColor(outline.phrase);
        const bool marked = outline.phrase == m_marked;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::white, marked ? 7 : 5));
        painter.drawRoundedRect(place, 3, 3);
        painter.setPen(QPen(color, marked ? 4.5 : 3));
        painter.drawRoundedRect(place, 3, 3);

        const double width = QFontMetricsF(font).horizontalAdvance(outline.text) + 12;
        QRectF tag(place.left() - in - 1.5, place.top() - in - height - 1 - depth * (height + 2), width, height);
        if (tag.top() < geometry.picture.top())
            tag.moveTop(place.top() + 2 + depth * (height + 2));
        if (tag.right() > geometry.picture.right())
            tag.moveRight(geometry.picture.right());
        painter.setPen(QPen(Qt::white, 1));
        painter.setBrush(color);
        painter.drawRoundedRect(tag, 4, 4);
        painter.setPen(Qt::white);
        painter.drawText(tag, Qt::AlignCenter, outline.text);
    }
    painter.restore();
}

} // namespace vbs
