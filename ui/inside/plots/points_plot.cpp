#include "ui/inside/plots/points_plot.h"

#include "ui/inside/plots/chart_canvas.h"
#include "ui/inside/plots/plot_colors.h"
#include "ui/inside/plots/point_look.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QGraphicsSimpleTextItem>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>
#include <QVBoxLayout>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace vbs {
namespace {

constexpr int kMotionMs = 500;
constexpr double kMarkSize = 11, kReach = 14; ///< pixels; so near the mouse points at it
using Kind = PlotPosition::Kind;
constexpr std::array<Kind, 4> kKinds = {Kind::Region, Kind::RightRegion, Kind::Mark, Kind::Word};

QScatterSeries* markers(QScatterSeries::MarkerShape shape, double size, const QColor& fill, const QPen& border)
{
    auto* series = new QScatterSeries;
    series->setMarkerShape(shape);
    series->setMarkerSize(size);
    series->setBrush(fill);
    series->setPen(border);
    return series;
}

} // namespace

PointsPlot::PointsPlot(QWidget* parent)
    : ChartPlot(parent), m_slider(new QSlider(Qt::Horizontal)), m_layerName(plainLabel())
{
    ChartCanvas& canvas = chartCanvas();
    canvas.setAccessibleName(tr("Words and regions as points"));
    m_slider->setObjectName("plotLayer");
    m_slider->setAccessibleName(tr("Layer"));
    m_slider->setPageStep(1);
    m_layerName->setBuddy(m_slider);
    auto* row = new QHBoxLayout;
    row->addWidget(m_layerName);
    row->addWidget(m_slider, 1);
    rows()->insertLayout(0, row);
    m_motion.setDuration(kMotionMs);
    m_motion.setStartValue(0.);
    m_motion.setEndValue(1.);
    m_motion.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& share) { place(share.toDouble()); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int layer) {
        moveTo(layer);
        Q_EMIT layerChanged(layer);
    });
    connect(&canvas, &ChartCanvas::resized, this, [this] { place(m_share); });
    connect(&canvas, &ChartCanvas::pointedAt, this, [this](const QPointF& at) { pointAt(nearest(at)); });
    connect(&canvas, &ChartCanvas::pointedAway, this, [this] { pointAt(-1); });
    connect(&canvas, &ChartCanvas::clicked, this, [this](const QPointF& at) {
        if (const int position = nearest(at); position >= 0)
            Q_EMIT pointClicked(position);
    });
    canvas.onKey([this](int key) { return takeKey(key); });
    rebuild();
    showLayer();
}

void PointsPlot::show(const PointsData& points)
{
    m_motion.stop();
    m_data = points;
    m_chosen = m_pointed = -1;
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, std::max(0, int(points.layers.size()) - 1));
    }
    m_share = 1;
    m_from = m_to = m_now = pointsOf(layer());
    rebuild();
    showLayer();
}

int PointsPlot::layer() const
{
    return m_slider->value();
}

void PointsPlot::setLayer(int layer)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(layer);
    moveTo(m_slider->value());
}

std::vector<QPointF> PointsPlot::pointsOf(int layer) const
{
    std::vector<QPointF> points;
    if (std::size_t(layer) < m_data.layers.size())
        for (const std::array<double, 2>& point : m_data.layers[std::size_t(layer)].points)
            points.emplace_back(point[0], point[1]);
    return points;
}

void PointsPlot::moveTo(int layer)
{
    m_from = m_now;
    m_to = pointsOf(layer);
    m_motion.stop();
    showLayer();
    if (m_from.size() != m_to.size() || style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) <= 0 ||
        !isVisible())
        place(1);
    else
        m_motion.start();
}

void PointsPlot::showLayer()
{
    m_layerName->setText(layer() == 0 ? tr("Embeddings") : tr("Layer %1").arg(layer()));
    m_slider->setEnabled(!isEmpty());
    showLegend();
}

void PointsPlot::build()
{
    ChartCanvas& canvas = chartCanvas();
    const ThemeColors& colors = themeColors();
    for (const Qt::Alignment side : {Qt::AlignBottom, Qt::AlignLeft}) {
        QValueAxis* axis = canvas.addAxis(side, -1, 1, QString());
        axis->setLabelsVisible(false);
        axis->setTickCount(3); // with a line through the mean
    }
    m_ring = markers(QScatterSeries::MarkerShapeCircle, kMarkSize + 9, Qt::transparent, QPen(colors.text, 2));
    canvas.addSeries(m_ring);
    m_series.clear();
    for (const Kind kind : kKinds) {
        const PointLook look = lookOf(kind);
        m_series.push_back(markers(look.shape, kMarkSize, plotColor(look.color), QPen(colors.base, 1)));
        canvas.addSeries(m_series.back());
    }
    delete m_label;
    m_label = new QGraphicsSimpleTextItem(canvas.chart());
    m_label->setZValue(20);
    m_label->setBrush(colors.text);
    m_label->setFont(font());
    place(m_share);
}

/// Both directions in the same unit, so that distances can be compared.
void PointsPlot::fitAxes()
{
    QChart& chart = *chartCanvas().chart();
    const QList<QAbstractAxis*> axes = chart.axes();
    if (axes.size() != 2)
        return;
    double x = 1e-9, y = 1e-9;
    for (const QPointF& point : m_now) {
        x = std::max(x, std::abs(point.x()));
        y = std::max(y, std::abs(point.y()));
    }
    const QSizeF area = chart.plotArea().size().expandedTo(QSizeF(1, 1));
    const double unit = 1.12 * std::max(2 * x / area.width(), 2 * y / area.height());
    for (QAbstractAxis* axis : axes) {
        const double half = unit * (axis->orientation() == Qt::Horizontal ? area.width() : area.height()) / 2;
        axis->setRange(-half, half);
    }
}

void PointsPlot::place(double share)
{
    m_share = share;
    if (m_to.size() == m_from.size() && !m_to.empty())
        for (std::size_t i = 0; i < m_now.size(); ++i)
            m_now[i] = m_from[i] + (m_to[i] - m_from[i]) * share;
    else if (!m_to.empty())
        m_now = m_to;
    if (isEmpty() || m_series.empty())
        return;
    fitAxes();
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
        QList<QPointF> points;
        for (std::size_t i = 0; i < m_now.size(); ++i)
            if (m_data.positions[i].kind == kKinds[kind])
                points.append(m_now[i]);
        m_series[kind]->replace(points);
    }
    showMarked();
}

/// The chosen point's ring, and the name of what is pointed at, or chosen.
void PointsPlot::showMarked()
{
    QList<QPointF> ring;
    if (m_chosen >= 0)
        ring.append(m_now[std::size_t(m_chosen)]);
    m_ring->replace(ring);
    const int named = m_pointed >= 0 ? m_pointed : m_chosen;
    m_label->setVisible(named >= 0);
    if (named < 0)
        return;
    m_label->setText(fontMetrics().elidedText(m_data.positions[std::size_t(named)].name, Qt::ElideMiddle,
                                              int(chartCanvas().chart()->plotArea().width() * .8)));
    const QPointF at = chartCanvas().chart()->mapToPosition(m_now[std::size_t(named)], m_ring);
    const QRectF text = m_label->boundingRect(), area = chartCanvas().chart()->plotArea();
    const double above = at.y() - text.height() - kMarkSize;
    m_label->setPos(
        std::clamp(at.x() - text.width() / 2, area.left(), std::max(area.left(), area.right() - text.width())),
        above < area.top() ? at.y() + kMarkSize : above);
}

QPointF PointsPlot::positionOnPlot(int position) const
{
    const QPointF at = chartCanvas().chart()->mapToPosition(m_now.at(std::size_t(position)), m_ring);
    return chartCanvas().mapTo(this, at);
}

int PointsPlot::nearest(const QPointF& at) const
{
    int best = -1;
    double bestDistance = kReach;
    for (std::size_t i = 0; i < (isEmpty() ? 0 : m_now.size()); ++i) {
        const QPointF away = chartCanvas().chart()->mapToPosition(m_now[i], m_ring) - at;
        if (const double distance = std::hypot(away.x(), away.y()); distance < bestDistance) {
            bestDistance = distance;
            best = int(i);
        }
    }
    return best;
}

void PointsPlot::pointAt(int position)
{
    if (position == m_pointed || isEmpty())
        return;
    m_pointed = position;
    chartCanvas().setCursor(position >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    chartCanvas().setToolTip(position >= 0 ? plainToolTip(descriptionOf(position)) : QString());
    showMarked();
    showLegend();
}

void PointsPlot::choose(int position)
{
    m_chosen = position >= 0 && position < int(m_data.positions.size()) ? position : -1;
    if (isEmpty())
        return;
    showMarked();
    showLegend();
}

bool PointsPlot::takeKey(int key)
{
    if (isEmpty())
        return false;
    const int count = int(m_data.positions.size()), from = m_pointed >= 0 ? m_pointed : m_chosen;
    switch (key) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        pointAt((from + 1) % count);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Up:
        pointAt(from <= 0 ? count - 1 : from - 1);
        return true;
    case Qt::Key_PageUp:
        m_slider->triggerAction(QSlider::SliderSingleStepAdd);
        return true;
    case Qt::Key_PageDown:
        m_slider->triggerAction(QSlider::SliderSingleStepSub);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (from >= 0)
            Q_EMIT pointClicked(from);
        return true;
    default:
        return false;
    }
}

} // namespace vbs
