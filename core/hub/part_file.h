#pragma once

#include "core/base/progress.h"
#include "core/hub/content_hash.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

namespace vbs {

/// A file that is being fetched: bytes are appended and hashed as they come, and it gets its name when it is right.
/// What another run left is read again through the hash, so that nothing is trusted that was not seen. Kept when the
/// object goes. The caller holds the file's lock.
class PartFile {
public:
    /// @param bytes of the whole file; 0: not known. A part that is longer is emptied.
    /// @throws Error (FileUnwritable, Cancelled).
    PartFile(std::filesystem::path path, ContentHash expected, std::uintmax_t bytes, const JobControl& control);
    ~PartFile();
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    std::uintmax_t size() const { return m_size; }
    /// @throws Error (FileUnwritable): no space, among others; what was written is kept.
    void append(std::string_view bytes);
    /// Back to nothing. @throws Error (FileUnwritable).
    void empty();
    /// Whether what is there hashes as expected.
    bool isRight();
    /// Puts it on the disk and renames it. @throws Error (FileUnwritable).
    void moveTo(const std::filesystem::path& target);
    /// Removes it.
    void discard();

private:
    void readAgain(const JobControl& control);

    std::filesystem::path m_path;
    ContentHash m_expected;
    std::uintmax_t m_bytes, m_size = 0;
    int m_file = -1;
    std::unique_ptr<ContentHasher> m_hasher;
};

/// Bytes that may still be written on the disk that takes a path, which need not exist; nullopt: not known.
std::optional<std::uintmax_t> freeSpaceFor(const std::filesystem::path& path);

/// The nearest folder of a path that exists.
std::filesystem::path nearestFolder(std::filesystem::path path);

} // namespace vbs
