#include "ui/inside/plots/layers_plot.h"

#include "core/base/ranking.h"
#include "core/look/attention_grid.h"
#include "ui/inside/plots/chart_canvas.h"
#include "ui/inside/plots/plot_colors.h"
#include "ui/inside/plots/plot_table.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

double probabilityIn(const std::vector<Answer>& answers, const std::string& name)
{
    const auto found = std::ranges::find(answers, name, &Answer::text);
    return found == answers.end() ? 0 : found->probability;
}

} // namespace

LayersData layersOfAnswers(const Inspection& inspection, const QString& what)
{
    LayersData data{what, {}, settledLayer(inspection)};
    if (inspection.answersByLayer.empty())
        return data;
    for (const Answer& answer : inspection.answersByLayer.back()) {
        if (data.series.size() == kMostLayerSeries)
            break;
        LayerSeries series{toQString(answer.text), {}};
        for (const std::vector<Answer>& answers : inspection.answersByLayer)
            series.probabilities.push_back(probabilityIn(answers, answer.text));
        data.series.push_back(std::move(series));
    }
    return data;
}

LayersData layersOf(const std::vector<std::vector<double>>& byLayer, const std::vector<QString>& names,
                    const QString& what)
{
    LayersData data{what, {}, -1};
    if (byLayer.empty() || byLayer.back().empty())
        return data;
    std::vector<std::size_t> order = greatestFirst(byLayer.back());
    const std::size_t best = order.front();
    order.resize(std::min(order.size(), kMostLayerSeries));
    for (const std::size_t place : order) {
        LayerSeries series{names.at(place), {}};
        for (const std::vector<double>& layer : byLayer)
            series.probabilities.push_back(layer.at(place));
        data.series.push_back(std::move(series));
    }
    data.settled = int(byLayer.size()) - 1;
    while (data.settled > 0 && greatestFirst(byLayer[std::size_t(data.settled) - 1]).front() == best)
        --data.settled;
    return data;
}

LayersPlot::LayersPlot(QWidget* parent) : ChartPlot(parent)
{
    ChartCanvas& canvas = chartCanvas();
    canvas.setAccessibleName(tr("Layer by layer"));
    canvas.onKey([this](int key) {
        const int last = lastLayer(), layer = key == Qt::Key_Left    ? m_layer - 1
                                              : key == Qt::Key_Right ? m_layer + 1
                                              : key == Qt::Key_Home  ? 0
                                              : key == Qt::Key_End   ? last
                                                                     : -2;
        if (layer == -2)
            return false;
        chooseByUser(layer);
        return true;
    });
    const auto atPlace = [this](const QPointF& place) {
        if (!isEmpty())
            chooseByUser(int(std::lround(chartCanvas().chart()->mapToValue(place).x())));
    };
    connect(&canvas, &ChartCanvas::pointedAt, this, atPlace);
    connect(&canvas, &ChartCanvas::clicked, this, atPlace);
}

void LayersPlot::show(const LayersData& data)
{
    const int before = lastLayer();
    m_data = data;
    if (lastLayer() != before)
        m_layer = std::max(0, lastLayer());
    rebuild();
}

int LayersPlot::lastLayer() const
{
    return m_data.series.empty() ? -1 : int(m_data.series.front().probabilities.size()) - 1;
}

void LayersPlot::setLayer(int layer)
{
    layer = std::clamp(layer, 0, std::max(0, lastLayer()));
    if (layer == m_layer)
        return;
    m_layer = layer;
    rebuild();
}

void LayersPlot::chooseByUser(int layer)
{
    const int before = m_layer;
    setLayer(layer);
    if (m_layer != before)
        Q_EMIT layerChanged(m_layer);
}

QString LayersPlot::sentence() const
{
    if (isEmpty())
        return {};
    const QString honest =
        tr("What reads the answer was taught on the last layer only: earlier layers are a hint, no more.");
    if (m_data.settled < 0)
        return honest;
    const QString& first = m_data.series.front().name;
    return (m_data.settled == 0
                ? tr("“%1” comes first from the embeddings on.").arg(first)
                : tr("“%1” comes first from layer %2 of %3 on.").arg(first).arg(m_data.settled).arg(lastLayer())) +
           ' ' + honest;
}

void LayersPlot::build()
{
    ChartCanvas& canvas = chartCanvas();
    const ThemeColors& colors = themeColors();
    const int last = lastLayer();
    QValueAxis* layers = canvas.addAxis(Qt::AlignBottom, 0, std::max(1, last), tr("Layer (0: embeddings)"));
    layers->setTickType(QValueAxis::TicksDynamic);
    layers->setTickAnchor(0);
    layers->setTickInterval(std::max(1, (last + 11) / 12));
    layers->setLabelFormat("%d");
    canvas.addAxis(Qt::AlignLeft, 0, 100, tr("Probability"))->setLabelFormat("%d %%");
    canvas.addUpright(m_layer, QPen(colors.muted, 1));
    if (m_data.settled >= 0)
        canvas.addUpright(m_data.settled, QPen(colors.accent, 1.5, Qt::DashLine));
    for (std::size_t i = m_data.series.size(); i-- > 0;) { // the first on top
        const LayerSeries& one = m_data.series[i];
        auto* line = new QLineSeries;
        for (std::size_t layer = 0; layer < one.probabilities.size(); ++layer)
            line->append(double(layer), 100 * one.probabilities[layer]);
        line->setPen(QPen(plotColor(int(i)), 2.5, plotDashes(int(i)), Qt::FlatCap));
        canvas.addSeries(line);
    }
    auto* marks = new QScatterSeries;
    marks->setMarkerShape(QScatterSeries::MarkerShapeRotatedRectangle);
    marks->setMarkerSize(12);
    marks->setColor(colors.accent);
    marks->setBorderColor(colors.base);
    if (m_data.settled >= 0)
        marks->append(m_data.settled, 100 * m_data.series.front().probabilities[std::size_t(m_data.settled)]);
    canvas.addSeries(marks);
}

std::vector<LegendRow> LayersPlot::legend() const
{
    std::vector<LegendRow> rows = {
        {.name = m_data.what, .value = m_layer == 0 ? tr("Embeddings") : tr("Layer %1").arg(m_layer)}};
    for (std::size_t i = 0; i < m_data.series.size(); ++i)
        rows.push_back({.mark = LegendRow::Mark::Line,
                        .color = plotColor(int(i)),
                        .dashes = plotDashes(int(i)),
                        .name = m_data.series[i].name,
                        .value = percentText(m_data.series[i].probabilities[std::size_t(m_layer)]),
                        .strong = i == 0});
    if (m_data.settled >= 0)
        rows.push_back({.mark = LegendRow::Mark::Diamond,
                        .color = themeColors().accent,
                        .name = tr("Stands from here on"),
                        .value = m_data.settled == 0 ? tr("Embeddings") : tr("Layer %1").arg(m_data.settled)});
    return rows;
}

std::string LayersPlot::table() const
{
    PlotTable table("what,layer,name,probability");
    for (const LayerSeries& one : m_data.series)
        for (std::size_t layer = 0; layer < one.probabilities.size(); ++layer)
            table.add(m_data.what).add(int(layer)).add(one.name).add(one.probabilities[layer]).endRow();
    return table.text();
}

} // namespace vbs
