#include "ui/inside/plots/plot_colors.h"

#include "ui/util/theme.h"

#include <array>

namespace vbs {

QColor plotColor(int series)
{
    // The five of some dozens that stay furthest apart in the worst of the eyes that the test knows.
    static const std::array<QColor, kPlotColors> light = {QColor("#0072b2"), QColor("#d55e00"), QColor("#332288"),
                                                          QColor("#882255"), QColor("#5e3c00")};
    static const std::array<QColor, kPlotColors> dark = {QColor("#56b4e9"), QColor("#f0884a"), QColor("#c8e6c9"),
                                                         QColor("#dc267f"), QColor("#785ef0")};
    const auto place = std::size_t(series % kPlotColors);
    return themeColors().dark ? dark[place] : light[place];
}

Qt::PenStyle plotDashes(int series)
{
    constexpr std::array<Qt::PenStyle, kPlotColors> styles = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                                                              Qt::DashDotDotLine};
    return styles[std::size_t(series % kPlotColors)];
}

} // namespace vbs
