#include "ui/inside/plots/chart_canvas.h"

#include "ui/util/theme.h"

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

namespace vbs {

ChartCanvas::ChartCanvas(QWidget* parent) : QChartView(parent)
{
    setObjectName("plotCanvas");
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->legend()->hide();
    chart()->setBackgroundRoundness(0);
    chart()->setMargins(QMargins(4, 4, 4, 4));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    clearChart();
}

void ChartCanvas::clearChart()
{
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    chart()->setBackgroundBrush(themeColors().base);
    chart()->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(themeColors().base);
}

QValueAxis* ChartCanvas::addAxis(Qt::Alignment side, double from, double to, const QString& title)
{
    const ThemeColors& colors = themeColors();
    auto* axis = new QValueAxis;
    axis->setRange(from, to);
    axis->setTitleText(title.toHtmlEscaped());
    axis->setTitleBrush(colors.text);
    axis->setTitleFont(font());
    axis->setLabelsFont(font());
    axis->setLabelsBrush(colors.text);
    axis->setLinePen(QPen(colors.muted, 1));
    axis->setGridLinePen(QPen(colors.border, 1));
    chart()->addAxis(axis, side);
    return axis;
}

void ChartCanvas::addSeries(QXYSeries* series)
{
    chart()->addSeries(series);
    for (QAbstractAxis* axis : chart()->axes())
        series->attachAxis(axis);
}

void ChartCanvas::addUpright(double x, const QPen& pen)
{
    const QList<QAbstractAxis*> axes = chart()->axes(Qt::Vertical);
    const auto* axis = axes.isEmpty() ? nullptr : qobject_cast<QValueAxis*>(axes.front());
    if (!axis)
        return;
    auto* line = new QLineSeries;
    line->append(x, axis->min());
    line->append(x, axis->max());
    line->setPen(pen);
    addSeries(line);
}

void ChartCanvas::drawAt(QPainter& painter, const QRect& target)
{
    const QSizeF usual = chart()->size();
    chart()->resize(target.size());
    scene()->render(&painter, target, QRectF(chart()->pos(), QSizeF(target.size())));
    chart()->resize(usual);
}

void ChartCanvas::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && m_takeKey && m_takeKey(event->key()))
        event->accept();
    else
        event->ignore(); // the page's own keys; QGraphicsView would scroll
}

void ChartCanvas::mousePressEvent(QMouseEvent* event)
{
    event->setAccepted(event->button() == Qt::LeftButton);
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event)
{
    Q_EMIT pointedAt(event->position());
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked(event->position());
}

void ChartCanvas::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    Q_EMIT pointedAway();
}

void ChartCanvas::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    Q_EMIT resized();
}

void ChartCanvas::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void ChartCanvas::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void ChartCanvas::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void ChartCanvas::paintEvent(QPaintEvent* event)
{
    QChartView::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(themeColors().accent, 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

} // namespace vbs
