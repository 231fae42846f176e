#pragma once

#include <QColor>

namespace vbs {

/// The colour of a phrase by its number; after eight they begin again. They tell apart with every common colour
/// blindness (Okabe and Ito's set, without black and yellow).
QColor phraseColor(int phrase);

/// A mix of two colours; the share is of the second.
QColor mixedColor(const QColor& a, const QColor& b, double share);

} // namespace vbs
