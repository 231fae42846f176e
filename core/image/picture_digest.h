#pragma once

#include "core/image/rgb_image.h"

#include <string>

namespace vbs {

/// What tells pictures apart whatever their files: "640x480 " and the SHA-256 of the pixels in hex.
std::string pictureDigest(const RgbImage& image);

} // namespace vbs
