#pragma once

#include <string_view>

namespace vbs {

/// What `visualbert-engine --help` prints, kept when this was built. The source is made by app/CMakeLists.txt.
std::string_view engineHelp();

} // namespace vbs
