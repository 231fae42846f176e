#pragma once

#include "core/base/background_work.h"
#include "core/base/disk_cache.h"
#include "core/base/recently_used.h"
#include "core/regions/region_extractor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace vbs {

struct RegionStoreOptions {
    std::filesystem::path cacheFolder{}; ///< of the user; the store has a folder in it; empty: memory only
    std::uint64_t diskBytes = 0;         ///< all entries there together; those used longest ago go first
    /// Of what this object adds to them; a run over many pictures leaves room for those of the others.
    std::uint64_t mostAdded = std::numeric_limits<std::uint64_t>::max();
    std::size_t memoryEntries = 0; ///< pictures kept in memory
    std::string computedBy{};      ///< what decides how numbers are rounded, see core/runtime/device
};

/// Regions of pictures seen before: the latest in memory, more on disk, where questions, fine-tuning and `visualbert
/// extract` find each other's. What is found is to the bit what the extractor would find now: a key is made of the
/// picture's pixels, the extractor with its options, what it computes on, and the boxes that somebody chose.
///
/// Used by one thread; several programs may share the folder. Writing is done in the background and may fail or be
/// left out without a word to the caller. The destructor waits for what is being written; a program that is killed
/// leaves whole entries only.
class RegionStore {
public:
    using Entry = std::shared_ptr<const ExtractedRegions>;

    struct Found {
        Entry regions; ///< never null
        bool known = false;
    };

    /// @param work writes; must outlive the store.
    RegionStore(const RegionStoreOptions& options, BackgroundWork& work);
    ~RegionStore();

    /// Whether regions outlive this object.
    bool isOnDisk() const { return m_disk.has_value(); }

    /// What stands for a picture and what looks at it.
    std::string keyOf(const RgbImage& image, const RegionExtractor& extractor) const;

    /// The keyOf() of what a file decodes to, where keepFile() told it before: it need not be decoded then. Any thread
    /// may ask. @param fileHash SHA-256 of the file's bytes.
    std::optional<std::string> keyOfFile(const std::string& fileHash, const RegionExtractor& extractor) const;
    void keepFile(const std::string& fileHash, const std::string& key, const RegionExtractor& extractor);

    /// What look() would find without looking; null where it would have to.
    Entry known(const std::string& key, const std::vector<Box>& boxes);

    /// The regions of a picture: known ones, or what the extractor finds now, which is then kept. Every picture is
    /// looked at alone, since in one pass with others its numbers would be rounded otherwise.
    /// @param key keyOf(image, extractor). @param boxes describe these instead of finding regions; empty: find them.
    /// @throws Error as RegionExtractor's functions.
    Found look(const std::string& key, const RgbImage& image, const std::vector<Box>& boxes, RegionExtractor& extractor,
               const JobControl& control);

private:
    std::string fileKey(const std::string& fileHash, const RegionExtractor& extractor) const;
    Entry find(const std::string& key);
    void remember(const std::string& key, const Entry& entry);
    void keep(const std::string& key, const Entry& entry);
    void write(const std::string& key, const std::function<std::string()>& bytesOf);

    const RegionStoreOptions m_options;
    std::optional<DiskCache> m_disk;
    BackgroundWork& m_work;
    RecentlyUsed<Entry> m_memory;
    std::uint64_t m_added = 0; ///< the background's alone
    std::mutex m_mutex;
    std::unordered_map<std::string, Entry> m_pending; ///< not yet on disk; guarded by m_mutex
};

} // namespace vbs
