#include "ui/canvas/canvas_notice_overlay.h"

#include "ui/util/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

constexpr int kHeight = 28;
constexpr int kSecondLine = 18;
constexpr double kMargin = 8, kPadding = 10, kGap = 12;

QFont noticeFont(bool bold)
{
    QFont font = QApplication::font();
    font.setPixelSize(textPixels(12));
    font.setBold(bold);
    return font;
}

double widthOf(const QString& text, bool bold)
{
    return QFontMetricsF(noticeFont(bold)).horizontalAdvance(text);
}

} // namespace

QString CanvasNoticeOverlay::editing(const KeyText& keyOf)
{
    const QString key = keyOf("name-box");
    return key.isEmpty() ? tr("Drag: draw · click: change · Esc: done")
                         : tr("Drag: draw · click: change · %1: name · Esc: done").arg(key);
}

QString CanvasNoticeOverlay::hiding(const KeyText& keyOf)
{
    const QString key = keyOf("bring-back");
    return key.isEmpty() ? tr("Click a region to hide it, click again to show it")
                         : tr("Click a region to hide it, click again to show it · %1: show all").arg(key);
}

void CanvasNoticeOverlay::setTexts(const QString& regions, const QString& tool)
{
    m_regions = regions;
    m_tool = tool;
}

/// Two lines where the one beside the other would be cut off.
bool CanvasNoticeOverlay::isInTwoLines(double room) const
{
    return !m_regions.isEmpty() && !m_tool.isEmpty() && widthOf(m_regions, true) + kGap + widthOf(m_tool, false) > room;
}

QRectF CanvasNoticeOverlay::fixedArea(const CanvasGeometry& geometry) const
{
    if (m_regions.isEmpty() && m_tool.isEmpty())
        return {};
    const double room = geometry.canvas.width() - 2 * kMargin - 2 * kPadding;
    const double regions = widthOf(m_regions, true), tool = widthOf(m_tool, false);
    const bool two = isInTwoLines(room);
    const double gap = m_regions.isEmpty() || m_tool.isEmpty() ? 0 : kGap;
    const double width = two ? std::max(regions, tool) : regions + gap + tool;
    return {geometry.canvas.left() + kMargin, geometry.canvas.top() + kMargin, std::min(width, room) + 2 * kPadding,
            double(textPixels(kHeight) + (two ? textPixels(kSecondLine) : 0))};
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
    const auto write = [&](const QRectF& line, const QString& text, bool bold, Qt::TextElideMode elide) {
        painter.setPen(bold ? colors.text : colors.muted);
        painter.setFont(noticeFont(bold));
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text, elide, int(std::ceil(line.width()))));
    };
    const QRectF first(area.left() + kPadding, area.top(), area.width() - 2 * kPadding, textPixels(kHeight));
    write(first, m_regions, true, Qt::ElideMiddle);
    const bool two = isInTwoLines(geometry.canvas.width() - 2 * kMargin - 2 * kPadding);
    const double used = m_regions.isEmpty() ? 0 : widthOf(m_regions, true) + kGap;
    write(two ? first.translated(0, textPixels(kSecondLine)) : first.adjusted(used, 0, 0, 0), m_tool, false,
          Qt::ElideRight);
    painter.restore();
}

} // namespace vbs
