#pragma once

#include <string_view>

namespace vbs {

// resources/lessons/player, embedded when the library is built. For sources only.
std::string_view lessonPageScript();
std::string_view lessonPageStyle();

} // namespace vbs
