#pragma once

#include "core/base/geometry.h"

#include <optional>
#include <vector>

namespace vbs {

/// Finds room for the labels of boxes: near their box, inside the picture, and off each other. Whoever asks first has
/// the first choice.
class LabelPlaces {
public:
    /// @param area where labels may lie, in the same units as the boxes and sizes asked for.
    explicit LabelPlaces(const Box& area) : m_area(area) {}

    /// Above the box, below it, or inside at its top or bottom; nullopt when all of these are taken.
    std::optional<Box> place(const Box& box, float width, float height);

private:
    Box m_area;
    std::vector<Box> m_taken;
};

} // namespace vbs
