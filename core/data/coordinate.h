#pragma once

#include <optional>
#include <string_view>

namespace vbs {

constexpr std::string_view kHoldsNaN = "holds NaN instead of a number";

/// Why a number cannot be a coordinate in pixels, to follow the name of what holds it: "holds NaN instead of a number",
/// "holds a number beyond every picture". Nothing when it can.
std::optional<std::string_view> coordinateFault(double value);

} // namespace vbs
