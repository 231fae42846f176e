#include "core/report/label_places.h"

#include <algorithm>
#include <utility>

namespace vbs {

namespace {

bool meet(const Box& a, const Box& b)
{
    return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
}

bool holds(const Box& outer, const Box& inner)
{
    return inner.x1 >= outer.x1 && inner.y1 >= outer.y1 && inner.x2 <= outer.x2 && inner.y2 <= outer.y2;
}

} // namespace

std::optional<Box> LabelPlaces::place(const Box& box, float width, float height)
{
    const float last = std::max(m_area.x1, m_area.x2 - width);
    const float left = std::clamp(box.x1, m_area.x1, last), right = std::clamp(box.x2 - width, m_area.x1, last);
    const float above = box.y1 - height, inBottom = box.y2 - height;
    for (const auto& [x, y] : {std::pair(left, above), std::pair(right, above), std::pair(left, box.y2),
                               std::pair(right, box.y2), std::pair(left, box.y1), std::pair(left, inBottom)}) {
        const Box label{x, y, x + width, y + height};
        if (holds(m_area, label) && std::ranges::none_of(m_taken, [&](const Box& t) { return meet(t, label); })) {
            m_taken.push_back(label);
            return label;
        }
    }
    return std::nullopt;
}

} // namespace vbs
