#pragma once

#include "core/lesson/lesson.h"

#include <span>

namespace vbs {

/// Rows of numbers as points of the plane in which they differ most.
struct PlanePoints {
    std::vector<LookPoint> points;  ///< one a row
    std::array<double, 2> spread{}; ///< shares of the whole variance
};

/// Principal components, from a singular value decomposition of the centred rows. Of the two signs that a component may
/// have, the one whose largest coefficient is positive. @param width numbers a row. @throws Error (InvalidArgument)
/// where the numbers are no whole rows.
PlanePoints planePoints(std::span<const float> rows, std::size_t width);

} // namespace vbs
