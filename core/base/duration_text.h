#pragma once

#include <string>

namespace vbs {

/// "1 h 20 min", "3 min 5 s", "12 s".
std::string durationText(double seconds);

} // namespace vbs
