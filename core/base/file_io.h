#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// The whole file as bytes. A pipe is read until its other end is closed; one to which nothing is written is refused.
/// @throws Error naming the file: FileNotFound, FileUnreadable (also for a folder), TooLarge.
std::string readTextFile(const std::filesystem::path& path, std::uintmax_t maxBytes = 256u << 20);

/// Lines without their line ends (LF or CR LF); a last empty line is not counted, a byte order mark is passed over.
/// @throws Error as readTextFile; (CorruptData) for what is no text.
std::vector<std::string> readLines(const std::filesystem::path& path, std::uintmax_t maxBytes = 256u << 20);

/// A file to be read piece by piece.
/// @throws Error naming the file: FileNotFound, FileUnreadable (also for a folder, a pipe, a device).
std::ifstream openForReading(const std::filesystem::path& path);

/// At most count bytes from the file's start, to see what it is; empty for what is no ordinary file or cannot be read.
std::string firstBytesOf(const std::filesystem::path& path, std::size_t count);

/// What a write promises once it has returned.
enum class Durability {
    Kept,       ///< the file survives a power cut: it and its folder are synchronised with the disk
    Forgettable ///< nothing is waited for: after a power cut the file may be gone, empty or the old one (caches)
};

/// Waits until what was written to a file, and its name, is on the disk. @throws Error (FileUnwritable).
void synchroniseFile(const std::filesystem::path& path);

/// Writes beside the target and renames, so that a reader sees the old file or the new one, never a part. Creates
/// missing parent folders. A new file gets the permissions that the process's umask leaves, a replaced one keeps its
/// own. A symbolic link stays and its target is written. What is no ordinary file (/dev/stdout) is written to directly.
/// Any thread may call.
/// @throws Error (FileUnwritable) with the system's reason.
void writeFileAtomically(const std::filesystem::path& path, std::string_view contents,
                         Durability durability = Durability::Kept);

/// The same for contents in several pieces, one after the other.
void writeFileAtomically(const std::filesystem::path& path, std::span<const std::string_view> pieces,
                         Durability durability = Durability::Kept);

} // namespace vbs
