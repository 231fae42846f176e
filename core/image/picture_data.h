#pragma once

#include "core/image/rgb_image.h"

#include <string>

namespace vbs {

/// The picture as "data:image/png;base64,…", to stand in a document.
/// @throws Error (InvalidArgument) for an empty picture.
std::string pngDataUri(const RgbImage& image);

/// The same in whichever is smaller: PNG, as it mostly is for drawings, or JPEG, as it is for photos.
std::string smallDataUri(const RgbImage& image);

} // namespace vbs
