#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <span>
#include <vector>

namespace vbs {

/// The indices of the values from the greatest down; equals keep their order, what is not a number comes last.
inline std::vector<std::size_t> greatestFirst(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto key = [values](std::size_t i) {
        return std::isnan(values[i]) ? -std::numeric_limits<double>::infinity() : values[i];
    };
    std::ranges::stable_sort(order, [key](std::size_t a, std::size_t b) { return key(a) > key(b); });
    return order;
}

} // namespace vbs
