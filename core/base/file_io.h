#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// The whole file as bytes.
/// @throws Error naming the file: FileNotFound, FileUnreadable (also for a folder), TooLarge.
std::string readTextFile(const std::filesystem::path& path, std::uintmax_t maxBytes = 256u << 20);

/// Lines without their line ends (LF or CR LF); a last empty line is not counted.
std::vector<std::string> readLines(const std::filesystem::path& path, std::uintmax_t maxBytes = 256u << 20);

/// Writes beside the target and renames, so that a reader sees the old file or the new one,
/// never a part. Creates missing parent folders.
/// @throws Error (FileUnwritable) with the system's reason.
void writeFileAtomically(const std::filesystem::path& path, std::string_view contents);

/// The same for contents in several pieces, one after the other.
void writeFileAtomically(const std::filesystem::path& path, std::span<const std::string_view> pieces);

} // namespace vbs
