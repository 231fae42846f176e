#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vbs {

/// Standard base64 alphabet with padding, on one line (RFC 4648, section 4).
std::string toBase64(std::span<const std::byte> bytes);

/// The bytes; nullopt when the text is anything but such a line (white space, a wrong length, padding
/// inside).
std::optional<std::string> fromBase64(std::string_view text);

} // namespace vbs
