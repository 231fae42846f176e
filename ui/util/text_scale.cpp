#include "ui/util/text_scale.h"

#include "ui/util/theme.h"

#include <QApplication>
#include <QFontInfo>

#include <cmath>

namespace vbs {

double textScaleOf(const QFont& font)
{
    const QFont usual = QApplication::font();
    if (font.pointSizeF() > 0 && usual.pointSizeF() > 0)
        return font.pointSizeF() / usual.pointSizeF();
    return double(QFontInfo(font).pixelSize()) / std::max(1, QFontInfo(usual).pixelSize());
}

int textPixels(int usual, const QFont& font)
{
    return int(std::lround(textPixels(usual) * textScaleOf(font)));
}

} // namespace vbs
