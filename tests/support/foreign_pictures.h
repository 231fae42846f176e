#pragma once

#include "core/image/rgb_image.h"

#include <cstdint>

namespace vbs::test {

/// Pictures that are no picture-book scenes: of sixteen kinds (noise, clouds, hills, text pages, charts, window-like
/// boxes, mosaics, fractals …), each drawn from a seed.
inline constexpr int kForeignKinds = 16;
const char* nameOfForeignKind(int kind);
RgbImage foreignPicture(int kind, std::uint64_t seed);

} // namespace vbs::test
