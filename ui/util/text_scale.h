#pragma once

#include <QFont>

namespace vbs {

/// How much larger a font is than the application's: 1 in every window but those that are read from afar.
double textScaleOf(const QFont& font);

/// A length in pixels that goes with this font's size, as textPixels() of ui/util/theme goes with the application's.
int textPixels(int usual, const QFont& font);

} // namespace vbs
