#include "core/data/coordinate.h"

#include <cmath>

namespace vbs {

namespace {

constexpr double kBeyond = 1e9; ///< pixels

} // namespace

std::optional<std::string_view> coordinateFault(double value)
{
    if (std::isnan(value))
        return kHoldsNaN;
    if (!(std::abs(value) < kBeyond))
        return "holds a number beyond every picture";
    return std::nullopt;
}

} // namespace vbs
