#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace vbs {

/// SHA-256 as 64 lower-case hex digits.
std::string sha256(std::span<const std::byte> bytes);
std::string sha256(std::string_view bytes);

/// SHA-256 of a file, read in pieces. @throws Error (FileNotFound, FileUnreadable).
std::string sha256OfFile(const std::filesystem::path& path);

} // namespace vbs
