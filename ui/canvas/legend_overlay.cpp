#include "ui/canvas/legend_overlay.h"

#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>

namespace vbs {
namespace {

constexpr double kMargin = 8, kPadding = 8, kNarrowest = 196, kLine = 17, kScale = 24;
constexpr double kSamples[] = {0.25, 0.5, 1};

QFont legendFont()
{
    QFont font = QApplication::font();
    font.setPixelSize(textPixels(12));
    return font;
}

} // namespace

void LegendOverlay::setLegend(const QString& title, double maximum, const QStringList& notes)
{
    m_title = title;
    m_maximum = maximum;
    m_notes = notes;
}

QRectF LegendOverlay::fixedArea(const CanvasGeometry& geometry) const
{
    if (m_maximum <= 0)
        return {};
    const QFontMetricsF metrics(legendFont());
    double width = std::max(kNarrowest, metrics.horizontalAdvance(m_title) + 2 * kPadding);
    for (const QString& note : m_notes)
        width = std::max(width, metrics.horizontalAdvance(note) + 2 * kPadding);
    const double scale = m_style == HeatStyle::Map ? kScale + kLine - 8 : kScale;
    const double height = kLine + scale + kLine * double(m_notes.size()) + 2 * 6;
    return {geometry.canvas.left() + kMargin, geometry.canvas.bottom() - height - kMargin, width, height};
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
    painter.drawText(QRectF(inner.topLeft(), QSizeF(inner.width(), kLine)), Qt::AlignVCenter | Qt::AlignLeft, m_title);
    if (m_style == HeatStyle::Map)
        paintRamp(painter, {inner.left(), inner.top() + kLine + 4, inner.width(), 8});
    else
        paintFrames(painter, {inner.left(), inner.top() + kLine, inner.width(), kScale});
    QRectF note(inner.left(), inner.bottom() - kLine * double(m_notes.size()), inner.width(), kLine);
    painter.setPen(colors.muted);
    for (const QString& text : m_notes) {
        painter.drawText(note, Qt::AlignVCenter | Qt::AlignLeft, text);
        note.translate(0, kLine);
    }
    painter.restore();
}

/// Three frames as thick as regions of these weights have them.
void LegendOverlay::paintFrames(QPainter& painter, const QRectF& line) const
{
    const double step = line.width() / double(std::size(kSamples));
    QRectF sample(line.left() + 3, line.center().y() - 6, 16, 12);
    for (const double part : kSamples) {
        const double width = heatFrameWidth(part);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(kDarkHalo[0], kDarkHalo[1], kDarkHalo[2]), width + 2));
        painter.drawRect(sample);
        painter.setPen(QPen(QColor(kHeatLine[0], kHeatLine[1], kHeatLine[2]), width));
        painter.drawRect(sample);
        painter.setPen(themeColors().muted);
        painter.drawText(QRectF(sample.right() + 7, line.top(), step, line.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         percentText(part * m_maximum));
        sample.translate(step, 0);
    }
}

void LegendOverlay::paintRamp(QPainter& painter, const QRectF& bar) const
{
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    constexpr int kStops = 16;
    for (int i = 0; i <= kStops; ++i) {
        const Rgb color = colorOf(kHeatMap, double(i) / kStops);
        gradient.setColorAt(double(i) / kStops, QColor(color[0], color[1], color[2]));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(bar, 3, 3);
    painter.setPen(themeColors().muted);
    const QRectF ends(bar.left(), bar.bottom() + 2, bar.width(), kLine);
    painter.drawText(ends, Qt::AlignVCenter | Qt::AlignLeft, percentText(0));
    painter.drawText(ends, Qt::AlignVCenter | Qt::AlignRight, percentText(m_maximum));
}

} // namespace vbs
