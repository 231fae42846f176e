#pragma once

#include "core/image/rgb_image.h"

#include <span>
#include <string>

namespace vbs {

/// An animated WebP file that begins anew when it is through. Every frame is shown for so many milliseconds, the last
/// one for as long as `rest`.
/// @throws Error (InvalidArgument) without frames, for frames of different sizes, none, or more than 16383 pixels a
/// side, and for times below 1; (Internal) when the library cannot.
std::string webpAnimation(std::span<const RgbImage> frames, int milliseconds, int rest);

} // namespace vbs
