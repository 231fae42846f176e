#pragma once

#include "ui/workbench/answer_bars.h"

#include <QRect>

class QFont;
class QPainter;

namespace vbs {

inline constexpr int kBarHeight = 12;
inline constexpr double kStaleOpacity = 0.4; ///< of bars that answer an earlier question

/// The bar with the marks for before and for the text alone, and to its right the difference and the per cent.
/// @param row as high as it is to be; the bar lies in its middle.
void paintBar(QPainter& painter, const QRect& row, const AnswerBar& bar, const QFont& font);

/// The mark for what the text alone would say, around this point.
void paintBlindMark(QPainter& painter, const QPointF& middle);

/// "+12", "−53"; empty where nothing was hidden.
QString differenceText(const AnswerBar& bar);

} // namespace vbs
