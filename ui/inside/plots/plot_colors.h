#pragma once

#include <QColor>

namespace vbs {

inline constexpr int kPlotColors = 5;

/// The colour of a plot's series in the theme in force; after five they begin again. They tell apart with every common
/// colour blindness (after Okabe and Ito) and stand out from the plot's ground by 3:1.
QColor plotColor(int series);

/// Lines differ in their dashes, too: colour is never all there is.
Qt::PenStyle plotDashes(int series);

} // namespace vbs
