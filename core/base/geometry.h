#pragma once

#include <algorithm>

namespace vbs {

/// An axis-parallel box by its corners, in pixels of the original picture unless said otherwise.
struct Box {
    float x1 = 0, y1 = 0, x2 = 0, y2 = 0;

    float width() const { return x2 - x1; }
    float height() const { return y2 - y1; }
    float area() const { return std::max(0.f, width()) * std::max(0.f, height()); }
    float centreX() const { return (x1 + x2) / 2; }
    float centreY() const { return (y1 + y2) / 2; }
    bool contains(float x, float y) const { return x >= x1 && x < x2 && y >= y1 && y < y2; }

    friend bool operator==(const Box&, const Box&) = default;
};

inline float intersectionArea(const Box& a, const Box& b)
{
    const float w = std::min(a.x2, b.x2) - std::max(a.x1, b.x1);
    const float h = std::min(a.y2, b.y2) - std::max(a.y1, b.y1);
    return w > 0 && h > 0 ? w * h : 0.f;
}

/// Intersection over union, 0..1; 0 when both are empty.
inline float intersectionOverUnion(const Box& a, const Box& b)
{
    const float intersection = intersectionArea(a, b);
    const float together = a.area() + b.area() - intersection;
    return together > 0 ? intersection / together : 0.f;
}

} // namespace vbs
