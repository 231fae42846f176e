#pragma once

#include "core/checkpoint/mapping_guard.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>

namespace vbs {

/// A file's bytes in memory, read by the system when touched. Writing to them changes a private copy, never the file.
/// (Should another program cut the file short meanwhile, touching the lost part ends this program, see MappingGuard;
/// the writers here replace files instead.)
class MappedFile {
public:
    /// @throws Error naming the file (FileNotFound, FileUnreadable; also for a folder or a pipe).
    explicit MappedFile(const std::filesystem::path& path);
    /// A copy of bytes in memory instead of a file; the name is for messages.
    MappedFile(std::span<const std::byte> contents, std::filesystem::path name);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::byte* data() const { return m_data; }
    std::size_t size() const { return m_size; }
    std::span<const std::byte> bytes() const { return {m_data, m_size}; }
    const std::filesystem::path& path() const { return m_path; }

    /// Gives back the memory of a range that was copied elsewhere; it is read anew when touched. Nobody may have
    /// written to it.
    void release(std::size_t offset, std::size_t length) const;

private:
    std::filesystem::path m_path;
    std::unique_ptr<std::byte[]> m_copy; ///< of a memory "file"
    std::byte* m_data = nullptr;         ///< null for an empty file
    std::size_t m_size = 0;
    std::optional<MappingGuard> m_guard;
};

} // namespace vbs
