#include "core/report/annotate_page.h"

#include <cstdio>

namespace vbs::annotation {

std::string percent(double fraction)
{
    char text[32];
    const double value = fraction * 100;
    if (value > 0 && value < 0.05)
        return "< 0.1 %";
    std::snprintf(text, sizeof text, value > 0 && value < 9.95 ? "%.1f %%" : "%.0f %%", value);
    return text;
}

int Page::height() const
{
    int height = 2 * kMargin;
    for (std::size_t i = 0; i < m_blocks.size(); ++i)
        height += m_gaps[i] + m_blocks[i]->height();
    return height;
}

void Page::draw(Drawing& drawing) const
{
    int y = kMargin;
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        y += m_gaps[i];
        m_blocks[i]->draw(drawing, y);
        y += m_blocks[i]->height();
    }
}

} // namespace vbs::annotation
