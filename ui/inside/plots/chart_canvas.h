#pragma once

#include <QtCharts/QChartView>

#include <functional>

class QValueAxis;
class QXYSeries;

namespace vbs {

/// A chart in the theme's colours that takes keys and the mouse.
class ChartCanvas : public QChartView {
    Q_OBJECT
public:
    explicit ChartCanvas(QWidget* parent = nullptr);

    /// Takes away series and axes, and puts on the colours in force.
    void clearChart();
    QValueAxis* addAxis(Qt::Alignment side, double from, double to, const QString& title);
    /// To both axes.
    void addSeries(QXYSeries* series);
    /// A vertical line, without an entry anywhere.
    void addUpright(double x, const QPen& pen);

    /// The chart in another size, which is laid out for that.
    void drawAt(QPainter& painter, const QRect& target);

    void onKey(std::function<bool(int key)> take) { m_takeKey = std::move(take); } ///< true: it was for the plot

    QSize sizeHint() const override { return {340, 240}; }
    QSize minimumSizeHint() const override { return {200, 160}; }

Q_SIGNALS:
    void pointedAt(const QPointF& place); ///< in the chart's pixels
    void pointedAway();
    void clicked(const QPointF& place);
    void resized();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override; ///< the page around it scrolls
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    std::function<bool(int key)> m_takeKey;
};

} // namespace vbs
