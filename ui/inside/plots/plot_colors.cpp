#include "ui/inside/plots/plot_colors.h"

#include "ui/util/phrase_colors.h"
#include "ui/util/theme.h"

#include <array>

namespace vbs {

QColor plotColor(int series)
{
    static const std::array<QColor, kPlotColors> dark = {QColor("#56b4e9"), QColor("#f0884a"), QColor("#3fcf9f"),
                                                         QColor("#e58cc0"), QColor("#e6c84a")};
    const int place = series % kPlotColors;
    return themeColors().dark ? dark[std::size_t(place)] : phraseColor(place);
}

Qt::PenStyle plotDashes(int series)
{
    constexpr std::array<Qt::PenStyle, kPlotColors> styles = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                                                              Qt::DashDotDotLine};
    return styles[std::size_t(series % kPlotColors)];
}

} // namespace vbs
