#include "ui/canvas/legend_overlay.h"

#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

constexpr double kMargin = 8, kPadding = 8;
constexpr int kLineHeight = 17, kNarrowest = 196, kScale = 24, kSampleWidth = 56; ///< where texts have their usual size
constexpr int kNote = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
constexpr double kSamples[] = {0.25, 0.5, 1};

QFont legendFont()
{
    QFont font = QApplication::font();
    font.setPixelSize(textPixels(12));
    return font;
}

double lineHeight()
{
    return textPixels(kLineHeight);
}

double scaleHeight()
{
    return textPixels(kScale);
}

} // namespace

void LegendOverlay::setLegend(const QString& title, double maximum, const QStringList& notes)
{
    m_title = title;
    m_maximum = maximum;
    m_notes = notes;
}

/// Notes are broken into lines where the canvas is narrow.
double LegendOverlay::noteHeight(const QString& note, double width) const
{
    const QRectF place(0, 0, width, 10000);
    return std::max(lineHeight(), std::ceil(QFontMetricsF(legendFont()).boundingRect(place, kNote, note).height()));
}

QRectF LegendOverlay::fixedArea(const CanvasGeometry& geometry) const
{
    if (m_maximum <= 0 || m_title.isEmpty())
        return {};
    const QFontMetricsF metrics(legendFont());
    double width = std::max(double(textPixels(kNarrowest)), metrics.horizontalAdvance(m_title) + 2 * kPadding);
    for (const QString& note : m_notes)
        width = std::max(width, metrics.horizontalAdvance(note) + 2 * kPadding);
    width = std::min(width, geometry.canvas.width() - 2 * kMargin);
    double height =
        lineHeight() + (m_style == HeatStyle::Map ? scaleHeight() + lineHeight() - 8 : scaleHeight()) + 2 * 6;
    for (const QString& note : m_notes)
        height += noteHeight(note, width - 2 * kPadding);
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
    const double line = lineHeight();
    painter.setPen(colors.text);
    painter.drawText(QRectF(inner.topLeft(), QSizeF(inner.width(), line)), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideRight, int(inner.width())));
    double bottom = inner.top() + line;
    if (m_style == HeatStyle::Map) {
        paintRamp(painter, {inner.left(), bottom + 4, inner.width(), 8});
        bottom += scaleHeight() + line - 8;
    } else {
        paintFrames(painter, {inner.left(), bottom, inner.width(), scaleHeight()});
        bottom += scaleHeight();
    }
    painter.setPen(colors.muted);
    for (const QString& text : m_notes) {
        const QRectF note(inner.left(), bottom, inner.width(), noteHeight(text, inner.width()));
        painter.drawText(note, kNote, text);
        bottom = note.bottom();
    }
    painter.restore();
}

/// Frames as thick as regions of these weights have them: three, or the outer two where there is no room.
void LegendOverlay::paintFrames(QPainter& painter, const QRectF& line) const
{
    const std::size_t each = line.width() < double(textPixels(kSampleWidth)) * double(std::size(kSamples)) ? 2 : 1;
    const double step = line.width() * double(each) / double(std::size(kSamples));
    QRectF sample(line.left() + 3, line.center().y() - 6, 16, 12);
    for (std::size_t i = 0; i < std::size(kSamples); i += each) {
        const double part = kSamples[i];
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
    const QRectF ends(bar.left(), bar.bottom() + 2, bar.width(), lineHeight());
    painter.drawText(ends, Qt::AlignVCenter | Qt::AlignLeft, percentText(0));
    painter.drawText(ends, Qt::AlignVCenter | Qt::AlignRight, percentText(m_maximum));
}

} // namespace vbs
