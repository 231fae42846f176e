#pragma once

#include <string>

namespace vbs {

/// One sentence where bfloat16 was asked for and the regions were found in float32 all the same; else empty.
std::string precisionNote(const std::string& precision, const std::string& regionPrecision);

} // namespace vbs
