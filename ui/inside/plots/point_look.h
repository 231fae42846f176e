#pragma once

#include "ui/inside/plots/points_plot.h"

#include <QtCharts/QScatterSeries>

namespace vbs {

/// How a kind of position is drawn in the chart and in the legend.
struct PointLook {
    int color = 0; ///< see plotColor
    QScatterSeries::MarkerShape shape = QScatterSeries::MarkerShapeCircle;
    LegendRow::Mark mark = LegendRow::Mark::Disc;
};

PointLook lookOf(PlotPosition::Kind kind);

} // namespace vbs
