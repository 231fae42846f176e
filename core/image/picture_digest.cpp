#include "core/image/picture_digest.h"

#include "core/base/hash.h"

#include <span>

namespace vbs {

std::string pictureDigest(const RgbImage& image)
{
    return std::to_string(image.width) + "x" + std::to_string(image.height) + " " +
           sha256(std::as_bytes(std::span(image.pixels)));
}

} // namespace vbs
