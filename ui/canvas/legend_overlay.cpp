#include "ui/canvas/legend_overlay.h"

#include "ui/canvas/heatmap_overlay.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>

namespace vbs {
namespace {

constexpr double kMargin = 8, kPadding = 8, kHeight = 56, kNarrowest = 184;

QFont legendFont()
{
    QFont font = QApplication::font();
    font.setPixelSize(12);
    return font;
}

} // namespace

void LegendOverlay::setLegend(const QString& title, double maximum)
{
    m_title = title;
    m_maximum = maximum;
}

QRectF LegendOverlay::fixedArea(const CanvasGeometry& geometry) const
{
    if (m_maximum <= 0)
        return {};
    const double width = std::max(kNarrowest, QFontMetricsF(legendFont()).horizontalAdvance(m_title) + 2 * kPadding);
    return {geometry.canvas.left() + kMargin, geometry.canvas.bottom() - kHeight - kMargin, width, kHeight};
}

void LegendOverlay::paintFixed(QPainter& painter, const CanvasGeometry& geometry)
{
    const QRectF area = fixedArea(geometry);
    if (area.isEmpty())
        return;
    const ThemeColors& colors = themeColors();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(legendFont());
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(colors.base);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QRectF inner = area.adjusted(kPadding, 6, -kPadding, -6);
    painter.setPen(colors.text);
    painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft, m_title);
    const QRectF bar(inner.left(), inner.top() + 19, inner.width(), 8);
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    constexpr int kStops = 16;
    for (int i = 0; i <= kStops; ++i) {
        const Rgb color = colorOf(HeatmapOverlay::kColorMap, double(i) / kStops);
        gradient.setColorAt(double(i) / kStops, QColor(color[0], color[1], color[2]));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(bar, 3, 3);
    painter.setPen(colors.muted);
    painter.drawText(inner, Qt::AlignBottom | Qt::AlignLeft, percentText(0));
    painter.drawText(inner, Qt::AlignBottom | Qt::AlignRight, percentText(m_maximum));
    painter.restore();
}

} // namespace vbs
