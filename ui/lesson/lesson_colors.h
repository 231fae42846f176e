#pragma once

#include "ui/util/theme.h"

namespace vbs {

/// What is said of a right and of a wrong answer: 4.5:1 on the theme's cards.
inline QColor rightColor()
{
    return themeColors().dark ? QColor("#7dd398") : QColor("#1b6e37");
}
inline QColor wrongColor()
{
    return themeColors().errorMark;
}

} // namespace vbs
