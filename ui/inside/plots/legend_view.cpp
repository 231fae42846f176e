#include "ui/inside/plots/legend_view.h"

#include "ui/util/labels.h"
#include "ui/util/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStringList>
#include <QToolTip>

namespace vbs {
namespace {

constexpr int kMarkWidth = 30, kGap = 8;

int legendRowHeight(const QFont& font)
{
    return QFontMetrics(font).height() + 4;
}

void paintMark(QPainter& painter, const QRectF& rect, const LegendRow& row)
{
    const QPointF c = rect.center();
    constexpr double kRadius = 5;
    if (row.mark == LegendRow::Mark::Line) {
        painter.setPen(QPen(row.color, 2.5, row.dashes, Qt::FlatCap));
        painter.drawLine(QPointF(rect.left(), c.y()), QPointF(rect.right(), c.y()));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(row.color);
    switch (row.mark) {
    case LegendRow::Mark::Disc:
        painter.drawEllipse(c, kRadius, kRadius);
        break;
    case LegendRow::Mark::Square:
        painter.drawRect(QRectF(c.x() - kRadius, c.y() - kRadius, 2 * kRadius, 2 * kRadius));
        break;
    case LegendRow::Mark::Diamond:
        painter.drawPolygon(QPolygonF(
            {{c.x() - kRadius, c.y()}, {c.x(), c.y() - kRadius}, {c.x() + kRadius, c.y()}, {c.x(), c.y() + kRadius}}));
        break;
    case LegendRow::Mark::Triangle:
        painter.drawPolygon(QPolygonF(
            {{c.x() - kRadius, c.y() + kRadius}, {c.x(), c.y() - kRadius}, {c.x() + kRadius, c.y() + kRadius}}));
        break;
    case LegendRow::Mark::None:
    case LegendRow::Mark::Line:
        break;
    }
}

} // namespace

int legendHeight(const std::vector<LegendRow>& rows, const QFont& font)
{
    return int(rows.size()) * legendRowHeight(font);
}

void paintLegend(QPainter& painter, const QRect& rect, const std::vector<LegendRow>& rows, const QFont& font)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const int height = legendRowHeight(font);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const LegendRow& row = rows[i];
        const QRect line(rect.left(), rect.top() + int(i) * height, rect.width(), height);
        QFont own = font;
        own.setBold(row.strong);
        const QFontMetrics metrics(own);
        int left = line.left();
        if (row.mark != LegendRow::Mark::None) {
            paintMark(painter, QRectF(left, line.top(), kMarkWidth, height), row);
            left += kMarkWidth + kGap;
        }
        const int valueWidth = row.value.isEmpty() ? 0 : metrics.horizontalAdvance(row.value) + kGap;
        painter.setFont(own);
        painter.setPen(row.mark == LegendRow::Mark::None ? themeColors().muted : themeColors().text);
        const QRect name(left, line.top(), std::max(0, line.right() + 1 - left - valueWidth), height);
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(row.name, Qt::ElideMiddle, name.width()));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, row.value);
    }
    painter.restore();
}

LegendView::LegendView(QWidget* parent) : QWidget(parent)
{
    setObjectName("plotLegend");
    setAccessibleName(tr("Legend"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

void LegendView::show(const std::vector<LegendRow>& rows)
{
    const bool other = rows.size() != m_rows.size();
    m_rows = rows;
    QStringList spoken;
    for (const LegendRow& row : rows)
        spoken.append(row.value.isEmpty() ? row.name : row.name + ": " + row.value);
    setAccessibleDescription(spoken.join("; "));
    if (other)
        updateGeometry();
    update();
}

QSize LegendView::sizeHint() const
{
    return {320, legendHeight(m_rows, font())};
}

QSize LegendView::minimumSizeHint() const
{
    return {160, legendHeight(m_rows, font())};
}

void LegendView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintLegend(painter, rect(), m_rows, font());
}

/// Names that were cut are whole in the tool tip.
bool LegendView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto row = std::size_t(std::max(0, help->pos().y())) / std::size_t(legendRowHeight(font()));
    if (row < m_rows.size())
        QToolTip::showText(help->globalPos(), plainToolTip(m_rows[row].name), this);
    return true;
}

} // namespace vbs
