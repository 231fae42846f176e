#pragma once

#include <string>

namespace vbs {

/// What decides on the pixels that a file decodes to: this program and the formats' libraries, with their versions.
std::string decoderVersions();

} // namespace vbs
