#include "ui/inside/plots/plot_colors.h"
#include "ui/inside/plots/plot_table.h"
#include "ui/inside/plots/point_look.h"
#include "ui/util/qt_bridge.h"

#include <algorithm>
#include <array>

namespace vbs {

PointLook lookOf(PlotPosition::Kind kind)
{
    switch (kind) {
    case PlotPosition::Kind::Word:
        break;
    case PlotPosition::Kind::Mark:
        return {3, QScatterSeries::MarkerShapeTriangle, LegendRow::Mark::Triangle};
    case PlotPosition::Kind::Region:
        return {1, QScatterSeries::MarkerShapeRectangle, LegendRow::Mark::Square};
    case PlotPosition::Kind::RightRegion:
        return {2, QScatterSeries::MarkerShapeRotatedRectangle, LegendRow::Mark::Diamond};
    }
    return {0, QScatterSeries::MarkerShapeCircle, LegendRow::Mark::Disc};
}

QString PointsPlot::sentence() const
{
    if (isEmpty() || std::size_t(layer()) >= m_data.layers.size())
        return {};
    const std::array<double, 2>& explained = m_data.layers[std::size_t(layer())].explained;
    return tr("Points that lie close together are alike to the network in these two directions, which hold %1 (across) "
              "and %2 (upwards) of the variance of this layer. The other directions are not shown.")
        .arg(percentText(explained[0]), percentText(explained[1]));
}

QString PointsPlot::descriptionOf(int position) const
{
    const PlotPosition& one = m_data.positions[std::size_t(position)];
    if (!one.description.isEmpty())
        return one.description;
    return one.kind == PlotPosition::Kind::Word || one.kind == PlotPosition::Kind::Mark
               ? tr("Word: %1").arg(one.name)
               : tr("Region: %1").arg(one.name);
}

std::vector<LegendRow> PointsPlot::legend() const
{
    std::vector<LegendRow> rows;
    const auto any = [this](PlotPosition::Kind kind) {
        return std::ranges::any_of(m_data.positions, [kind](const PlotPosition& one) { return one.kind == kind; });
    };
    const bool two = any(PlotPosition::Kind::RightRegion);
    for (const PlotPosition::Kind kind : {PlotPosition::Kind::Word, PlotPosition::Kind::Mark,
                                          PlotPosition::Kind::Region, PlotPosition::Kind::RightRegion}) {
        if (!any(kind))
            continue;
        const PointLook look = lookOf(kind);
        rows.push_back({.mark = look.mark,
                        .color = plotColor(look.color),
                        .name = kind == PlotPosition::Kind::Word   ? tr("Words")
                                : kind == PlotPosition::Kind::Mark ? tr("[CLS] and [SEP]")
                                : kind == PlotPosition::Kind::Region
                                    ? two ? tr("Regions of the left picture") : tr("Regions")
                                    : tr("Regions of the right picture")});
    }
    const int named = m_pointed >= 0 ? m_pointed : m_chosen;
    rows.push_back({.name = named < 0 ? tr("Point at a mark to see what it is.") : descriptionOf(named)});
    return rows;
}

std::string PointsPlot::table() const
{
    PlotTable table("layer,position,kind,name,x,y,explained_x,explained_y");
    constexpr std::array<const char*, 4> kNames = {"word", "mark", "region", "right_region"};
    for (std::size_t layer = 0; layer < m_data.layers.size(); ++layer) {
        const PlanePoints& plane = m_data.layers[layer];
        for (std::size_t i = 0; i < m_data.positions.size(); ++i)
            table.add(int(layer))
                .add(int(i))
                .add(QString::fromLatin1(kNames[std::size_t(m_data.positions[i].kind)]))
                .add(m_data.positions[i].name)
                .add(plane.points[i][0])
                .add(plane.points[i][1])
                .add(plane.explained[0])
                .add(plane.explained[1])
                .endRow();
    }
    return table.text();
}

} // namespace vbs
