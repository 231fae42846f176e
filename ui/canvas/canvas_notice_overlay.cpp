#include "ui/canvas/canvas_notice_overlay.h"

#include "ui/util/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

constexpr double kMargin = 8, kPadding = 10, kHeight = 28, kGap = 12;

QFont noticeFont(bool bold)
{
    QFont font = QApplication::font();
    font.setPixelSize(12);
    font.setBold(bold);
    return font;
}

double widthOf(const QString& text, bool bold)
{
    return QFontMetricsF(noticeFont(bold)).horizontalAdvance(text);
}

} // namespace

void CanvasNoticeOverlay::setTexts(const QString& regions, const QString& tool)
{
    m_regions = regions;
    m_tool = tool;
}

QRectF CanvasNoticeOverlay::fixedArea(const CanvasGeometry& geometry) const
{
    if (m_regions.isEmpty() && m_tool.isEmpty())
        return {};
    const double gap = m_regions.isEmpty() || m_tool.isEmpty() ? 0 : kGap;
    const double width = widthOf(m_regions, true) + gap + widthOf(m_tool, false) + 2 * kPadding;
    return {geometry.canvas.left() + kMargin, geometry.canvas.top() + kMargin,
            std::min(width, geometry.canvas.width() - 2 * kMargin), kHeight};
}

void CanvasNoticeOverlay::paintFixed(QPainter& painter, const CanvasGeometry& geometry)
{
    const QRectF area = fixedArea(geometry);
    if (area.isEmpty())
        return;
    const ThemeColors& colors = themeColors();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double edge = m_inHand ? 1 : 0.5;
    painter.setPen(QPen(m_inHand ? colors.accent : colors.border, 2 * edge));
    painter.setBrush(colors.base);
    painter.drawRoundedRect(area.adjusted(edge, edge, -edge, -edge), 6, 6);
    const QRectF line = area.adjusted(kPadding, 0, -kPadding, 0);
    painter.setPen(colors.text);
    painter.setFont(noticeFont(true));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_regions, Qt::ElideMiddle, int(std::ceil(line.width()))));
    const double used = m_regions.isEmpty() ? 0 : widthOf(m_regions, true) + kGap;
    painter.setPen(colors.muted);
    painter.setFont(noticeFont(false));
    if (used < line.width())
        painter.drawText(line.adjusted(used, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(m_tool, Qt::ElideRight, int(std::ceil(line.width() - used))));
    painter.restore();
}

} // namespace vbs
