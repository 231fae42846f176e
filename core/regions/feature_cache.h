#pragma once

#include "core/base/disk_cache.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_extractor.h"

#include <cstddef>
#include <filesystem>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace vbs {

/// Regions of pictures seen before, by picture content, extractor and chosen boxes: the latest in memory,
/// more on disk. A second question on a picture then runs only the Transformer. Used by one thread; several
/// programs may share the folder, and one that is killed leaves whole entries only.
class FeatureCache {
public:
    using Entry = std::shared_ptr<const ExtractedRegions>;

    /// @param folder empty: memory only. @param diskBytes all entries there together; those used longest ago
    /// go first.
    /// @param memoryEntries pictures kept in memory.
    FeatureCache(const std::filesystem::path& folder, std::uint64_t diskBytes, std::size_t memoryEntries);

    /// @param key hex digits; see keyOf. Null when unknown.
    Entry find(const std::string& key);
    void store(const std::string& key, Entry entry);

    /// One key for a picture's pixels and an extractor's fingerprint.
    static std::string keyOf(const RgbImage& image, const std::string& extractorFingerprint);

    /// One key for boxes that the user chose on a picture; pictureKey comes from the other keyOf.
    static std::string keyOf(const std::string& pictureKey, const std::vector<Box>& boxes);

private:
    void remember(const std::string& key, Entry entry);

    std::optional<DiskCache> m_disk;
    std::size_t m_memoryEntries;
    std::list<std::pair<std::string, Entry>> m_recent; ///< latest first
    std::unordered_map<std::string, std::list<std::pair<std::string, Entry>>::iterator> m_index;
};

} // namespace vbs
