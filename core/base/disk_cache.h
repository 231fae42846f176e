#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace vbs {

/// Files by key in one folder, bounded in size; the least recently used go first. A cache may forget at any time,
/// so nothing here fails for reasons of the disk: what cannot be read is a miss, what cannot be written is logged.
/// Any thread may call, and several programs may share a folder.
class DiskCache {
public:
    /// The folder is made at the first store. @param limitBytes of all entries together.
    DiskCache(std::filesystem::path folder, std::uintmax_t limitBytes);

    /// The bytes stored under this key; nullopt when there are none. An entry whose checksum does not fit
    /// is removed. @throws Error (InvalidArgument) unless the key is 1 to 128 hex digits.
    std::optional<std::string> load(std::string_view key) const;

    /// Replaces what was there and then removes the entries used longest ago until the limit holds. Bytes beyond
    /// the limit are not stored. @throws Error as load.
    void store(std::string_view key, std::string_view bytes);

    /// Bytes of all entries, by a look at the folder.
    std::uintmax_t totalBytes() const;

    const std::filesystem::path& folder() const { return m_folder; }
    std::uintmax_t limitBytes() const { return m_limitBytes; }

private:
    std::filesystem::path pathOf(std::string_view key) const;
    void evict();

    std::filesystem::path m_folder;
    std::uintmax_t m_limitBytes;
    std::mutex m_evicting; ///< one thread clears up at a time
};

} // namespace vbs
