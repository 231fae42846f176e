#pragma once

#include <string>
#include <string_view>

namespace vbs {

/// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(std::string_view text);

/// The text with U+FFFD for every control character but tabs and line ends. Texts out of files (names, titles, answers)
/// go through this on their way to a terminal, whose commands begin with such characters.
std::string withoutControls(std::string_view text);

} // namespace vbs
