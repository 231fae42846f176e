#pragma once

#include <string>

namespace vbs {

/// "1.0": of the program that this library is built into.
std::string programVersion();

} // namespace vbs
