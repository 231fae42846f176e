#include "ui/canvas/region_hover_overlay.h"

#include "ui/util/qt_bridge.h"
#include "ui/util/text_scale.h"
#include "ui/util/theme.h"
#include "ui/workbench/region_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kLineHeight = 20;
constexpr double kPadding = 8;

QFont tagFont(bool bold, const CanvasGeometry& geometry)
{
    QFont font = geometry.font;
    font.setPixelSize(textPixels(13, geometry.font));
    font.setBold(bold);
    return font;
}

struct RegionHoverText {
    Q_DECLARE_TR_FUNCTIONS(vbs::RegionHoverText)
};

} // namespace

void RegionHoverOverlay::setRegions(const RegionSet& regions, const std::vector<bool>& hidden, bool own)
{
    m_regions = regions;
    m_hidden = hidden;
    m_own = own;
    m_hovered = m_mouse ? regionAt(*m_mouse) : -1;
    m_weights.clear();
}

/// The smallest region that holds the pixel: small things lie on large ones.
int RegionHoverOverlay::regionAt(const QPointF& pixel) const
{
    int found = -1;
    for (std::size_t i = 0; i < m_regions.regions.size(); ++i) {
        const Region& region = m_regions.regions[i];
        const bool hidden = i < m_hidden.size() && m_hidden[i];
        if (hidden || region.wholeImage || !region.box.contains(float(pixel.x()), float(pixel.y())))
            continue;
        if (found < 0 || region.box.area() < m_regions.regions[std::size_t(found)].box.area())
            found = int(i);
    }
    return found;
}

bool RegionHoverOverlay::hover(const QPointF* pixel)
{
    m_mouse = pixel ? std::optional<QPointF>(*pixel) : std::nullopt;
    const int now = pixel ? regionAt(*pixel) : -1;
    const bool changed = now != m_hovered;
    m_hovered = now;
    return changed;
}

bool RegionHoverOverlay::click(const QPointF& pixel)
{
    if (m_hiding)
        return rightClick(pixel);
    const int region = regionAt(pixel);
    if (region < 0 && m_picked < 0)
        return false;
    m_picked = region == m_picked ? -1 : region;
    if (onPicked)
        onPicked(m_picked);
    return true;
}

bool RegionHoverOverlay::rightClick(const QPointF& pixel)
{
    const int region = regionAt(pixel);
    if (region < 0 || !onToggled)
        return false;
    onToggled(region);
    return true;
}

QStringList RegionHoverOverlay::tagLines() const
{
    if (m_hovered < 0)
        return {};
    const Region& region = m_regions.regions[std::size_t(m_hovered)];
    const QString name = shownRegionName(region, m_own);
    if (region.label.empty())
        return {name}; // nobody has looked at it yet
    QStringList lines;
    if (!region.givenLabel.empty()) {
        Region seen = region;
        seen.givenLabel.clear();
        lines << name
              << RegionHoverText::tr("The pack sees “%1” (%2 sure)").arg(regionName(seen), percentText(region.score));
    } else if (name != regionName(region))
        lines << RegionHoverText::tr("Nothing here that this pack knows")
              << RegionHoverText::tr("%1 sure that this is “%2”").arg(percentText(region.score), regionName(region));
    else
        lines << RegionHoverText::tr("%1 (%2 sure)").arg(name, percentText(region.score));
    if (!region.attribute.empty() && lines.size() == 1)
        lines << RegionHoverText::tr("%1 %2").arg(toQString(region.attribute), percentText(region.attributeScore));
    if (m_weights.size() == m_regions.regions.size())
        lines << RegionHoverText::tr("%1 %2").arg(m_weightName, percentText(m_weights[std::size_t(m_hovered)]));
    return lines;
}

QRectF RegionHoverOverlay::placeOf(int region, const CanvasGeometry& geometry) const
{
    const QRectF box = toRectF(m_regions.regions[std::size_t(region)].box);
    return {geometry.toCanvas(box.topLeft()), geometry.toCanvas(box.bottomRight())};
}

void RegionHoverOverlay::paint(QPainter& painter, const CanvasGeometry& geometry)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const int region : {m_picked, m_hovered}) {
        if (region < 0 || std::size_t(region) >= m_regions.regions.size())
            continue;
        const QRectF box = placeOf(region, geometry);
        painter.setBrush(Qt::NoBrush); // the inside keeps its colors
        painter.setPen(QPen(QColor(255, 255, 255), 5));
        painter.drawRoundedRect(box, 2, 2);
        painter.setPen(QPen(themeColors(false).accent, 3));
        painter.drawRoundedRect(box, 2, 2);
    }
    painter.restore();
}

QRectF RegionHoverOverlay::tagRect(const CanvasGeometry& geometry) const
{
    const QStringList lines = tagLines();
    if (lines.isEmpty())
        return {};
    double width = QFontMetricsF(tagFont(true, geometry)).horizontalAdvance(lines.first());
    for (const QString& line : lines)
        width = std::max(width, QFontMetricsF(tagFont(false, geometry)).horizontalAdvance(line));
    const QRectF box = placeOf(m_hovered, geometry);
    QRectF tag(box.right() + 8, box.top(), width + 2 * kPadding,
               double(lines.size()) * textPixels(kLineHeight, geometry.font) + kPadding);
    const QRectF room = geometry.canvas.adjusted(4, 4, -4, -4);
    if (tag.right() > room.right())
        tag.moveRight(box.left() - 8);
    if (tag.left() < room.left())
        tag.moveLeft(room.left());
    if (tag.bottom() > room.bottom())
        tag.moveBottom(room.bottom());
    if (tag.top() < room.top())
        tag.moveTop(room.top());
    return tag;
}

QRectF RegionHoverOverlay::fixedArea(const CanvasGeometry& geometry) const
{
    return tagRect(geometry).adjusted(-2, -2, 2, 2);
}

void RegionHoverOverlay::paintFixed(QPainter& painter, const CanvasGeometry& geometry)
{
    const QStringList lines = tagLines();
    if (lines.isEmpty())
        return;
    const ThemeColors& colors = themeColors();
    const QRectF tag = tagRect(geometry);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(colors.base);
    painter.drawRoundedRect(tag, 6, 6);
    QRectF line(tag.left() + kPadding, tag.top() + kPadding / 2, tag.width() - kPadding,
                textPixels(kLineHeight, geometry.font));
    for (qsizetype i = 0; i < lines.size(); ++i, line.translate(0, textPixels(kLineHeight, geometry.font))) {
        painter.setFont(tagFont(i == 0, geometry));
        painter.setPen(i == 0 ? colors.text : colors.muted);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, lines[i]);
    }
    painter.restore();
}

} // namespace vbs
