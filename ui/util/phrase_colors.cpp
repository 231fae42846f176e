#include "ui/util/phrase_colors.h"

#include <array>

namespace vbs {

QColor phraseColor(int phrase)
{
    static const std::array<QColor, 8> colors = {QColor("#0072b2"), QColor("#d55e00"), QColor("#009e73"),
                                                 QColor("#c4589b"), QColor("#b27b00"), QColor("#2f9fd8"),
                                                 QColor("#7a51a5"), QColor("#6b7a2a")};
    return colors[std::size_t(phrase) % colors.size()];
}

QColor mixedColor(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](int x, int y) { return int(x + (y - x) * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

} // namespace vbs
