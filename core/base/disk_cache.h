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
/// Any thread may call, and several programs may share a folder. Looking through a large folder takes longer than
/// storing, so it is done once in a tenth of the limit and at the end: until then each program that shares the folder
/// may pass the limit by that much.
class DiskCache {
public:
    /// The folder is made at the first store. @param limitBytes of all entries together.
    DiskCache(std::filesystem::path folder, std::uintmax_t limitBytes);
    ~DiskCache(); ///< brings the folder below its limit if anything was stored
    DiskCache(const DiskCache&) = delete;
    DiskCache& operator=(const DiskCache&) = delete;

    /// The bytes stored under this key; nullopt when there are none. An entry whose checksum does not fit
    /// is removed. @throws Error (InvalidArgument) unless the key is 1 to 128 hex digits.
    std::optional<std::string> load(std::string_view key) const;

    /// Replaces what was there, without waiting for the disk. Where the folder then passes its limit, the entries used
    /// longest ago are removed until a tenth is free. Bytes beyond the limit are not stored. @throws Error as load.
    void store(std::string_view key, std::string_view bytes);

    /// Bytes of all entries, by a look at the folder.
    std::uintmax_t totalBytes() const;

    const std::filesystem::path& folder() const { return m_folder; }
    std::uintmax_t limitBytes() const { return m_limitBytes; }

private:
    std::filesystem::path pathOf(std::string_view key) const;
    void count(std::uintmax_t bytes);
    void clearUp();

    std::filesystem::path m_folder;
    std::uintmax_t m_limitBytes;
    std::mutex m_mutex;           ///< guards what follows; one thread clears up at a time
    std::uintmax_t m_found = 0;   ///< bytes at the last look at the folder; 0 before the first
    std::uintmax_t m_written = 0; ///< bytes stored since
};

} // namespace vbs
