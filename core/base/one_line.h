#pragma once

#include <string>
#include <string_view>

namespace vbs {

/// The text with its lines joined by spaces, for messages that are shown on one line. Control characters, which names
/// in files may hold, become U+FFFD.
std::string joinedLines(std::string_view text);

/// The first line that says anything, for a library's messages: what follows is its stack trace. As above.
std::string firstLine(std::string_view text);

} // namespace vbs
