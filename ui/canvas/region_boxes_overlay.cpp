#include "ui/canvas/region_boxes_overlay.h"

#include "core/report/heat_look.h"
#include "core/report/label_places.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/text_scale.h"
#include "ui/util/theme.h"
#include "ui/workbench/region_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <limits>

namespace vbs {
namespace {

constexpr int kLabelHeight = 18;
constexpr double kLabelledShare = .1; ///< of the picture, that the names of many regions may cover
constexpr double kPadding = 5, kShareBar = 26, kShareHeight = 6;

// White on near-black reads on every picture, whatever its colors.
const QColor kLine(255, 255, 255);
const QColor kHalo(16, 19, 26, 170);
const QColor kThinLine(255, 255, 255, 150);
const QColor kThinHalo(16, 19, 26, 60);
const QColor kLabelFill(16, 19, 26, 225);
const QColor kShareTrack(84, 88, 96);
const QColor kShareLine(kHeatLine[0], kHeatLine[1], kHeatLine[2]);

QRectF placeOf(const RegionBoxesOverlay::Outline& outline, const CanvasGeometry& geometry)
{
    const QRectF box = toRectF(outline.box);
    return {geometry.toCanvas(box.topLeft()), geometry.toCanvas(box.bottomRight())};
}

QFont labelFont(QFont font)
{
    font.setPixelSize(textPixels(12, font));
    return font;
}

} // namespace

void RegionBoxesOverlay::paint(QPainter& painter, const CanvasGeometry& geometry)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(labelFont(geometry.font));
    const QRectF visible = geometry.canvas.adjusted(-260, -40, 260, 40);
    for (std::size_t i = m_outlines.size(); i-- > 0;) { // the first lies on top
        const QRectF box = placeOf(m_outlines[i], geometry);
        if (visible.intersects(box))
            paintFrame(painter, m_outlines[i], box, isMany() && i >= kNamedOfMany);
    }
    paintLabels(painter, geometry, visible);
    painter.restore();
}

void RegionBoxesOverlay::paintLabels(QPainter& painter, const CanvasGeometry& geometry, const QRectF& visible) const
{
    LabelPlaces places(toBox(geometry.picture)); // by the picture alone, so that labels stay where they are in a pan
    const double height = textPixels(kLabelHeight, geometry.font);
    double room = isMany() ? kLabelledShare * geometry.picture.width() * geometry.picture.height()
                           : std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < m_outlines.size(); ++i) {
        const Outline& outline = m_outlines[i];
        if (isMany() && i >= kNamedOfMany && outline.strength <= 0)
            break; // those that matter come first
        if (outline.name.isEmpty() && outline.strength <= 0)
            continue;
        const double width = labelWidth(painter.font(), outline);
        if (width * height > room)
            continue;
        const auto place = places.place(toBox(placeOf(outline, geometry)), float(width), float(height));
        if (!place)
            continue;
        room -= width * height;
        if (visible.intersects(toRectF(*place)))
            paintLabel(painter, outline, toRectF(*place));
    }
}

void RegionBoxesOverlay::paintFrame(QPainter& painter, const Outline& outline, const QRectF& box, bool thin) const
{
    const bool own = m_look == Look::Own, marked = outline.strength > 0;
    const double width = marked ? heatFrameWidth(outline.strength) : thin ? 1 : own ? 2 : 1.5;
    QPen line(own ? themeColors(false).accent : marked ? kShareLine : thin ? kThinLine : kLine, width);
    if (m_look == Look::FoundInEditing)
        line.setDashPattern({4, 3});
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(own ? kLine : thin && !marked ? kThinHalo : kHalo, width + 2));
    painter.drawRoundedRect(box, 2, 2);
    painter.setPen(line);
    painter.drawRoundedRect(box, 2, 2);
}

double RegionBoxesOverlay::labelWidth(const QFont& font, const Outline& outline) const
{
    const QFontMetricsF metrics(font);
    double width = outline.name.isEmpty() ? 0 : metrics.horizontalAdvance(outline.name) + 2 * kPadding;
    if (outline.strength > 0)
        width += kShareBar + 2 * kPadding + metrics.horizontalAdvance(percentText(outline.weight));
    return width;
}

void RegionBoxesOverlay::paintLabel(QPainter& painter, const Outline& outline, const QRectF& place) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look == Look::Own ? themeColors(false).accent : kLabelFill);
    painter.drawRoundedRect(place, 3, 3);
    painter.setPen(kLine);
    const QRectF text = place.adjusted(kPadding, 0, -kPadding, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, outline.name);
    if (outline.strength <= 0)
        return;
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, percentText(outline.weight));
    const double named = QFontMetricsF(painter.font()).horizontalAdvance(outline.name);
    const double left = text.left() + (outline.name.isEmpty() ? 0 : named + kPadding);
    const QRectF bar(left, place.center().y() - kShareHeight / 2, kShareBar, kShareHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kShareTrack);
    painter.drawRect(bar);
    painter.setBrush(m_look == Look::Own ? kLine : kShareLine);
    painter.drawRect(QRectF(bar.topLeft(), QSizeF(std::max(1.0, kShareBar * outline.strength), kShareHeight)));
}

} // namespace vbs
