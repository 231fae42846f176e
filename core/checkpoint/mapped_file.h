#pragma once

#include <cstddef>
#include <filesystem>

namespace vbs {

/// A file's bytes in memory, read by the system when touched. Writing to them changes a private copy, never the file.
/// (Should another program cut the file short meanwhile, touching the lost part ends this program; the writers here
/// replace files instead.)
class MappedFile {
public:
    /// @throws Error naming the file (FileNotFound, FileUnreadable; also for a folder or a pipe).
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::byte* data() const { return m_data; }
    std::size_t size() const { return m_size; }

private:
    std::byte* m_data = nullptr; ///< null for an empty file
    std::size_t m_size = 0;
};

} // namespace vbs
