#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vbs {

using Rgb = std::array<std::uint8_t, 3>;

/// Colour maps for weights 0..1. Viridis, magma and cividis are readable with every common colour blindness.
enum class ColorMap { Viridis, Magma, Cividis };

/// @param value clamped to 0..1.
Rgb colorOf(ColorMap map, double value);

std::string_view nameOf(ColorMap map);

} // namespace vbs
