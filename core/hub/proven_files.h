#pragma once

#include "core/base/disk_cache.h"
#include "core/hub/content_hash.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace vbs {

/// Remembers the hashes of files, so that large ones are read once: as long as size, time of change and inode stay.
/// A cache: what is forgotten is computed again. Any thread may call.
class ProvenFiles {
public:
    /// @param folder empty: nothing is remembered.
    explicit ProvenFiles(const std::filesystem::path& folder);

    /// @param kind a hash of the kind that is wanted. nullopt: not known, or the file has changed.
    std::optional<ContentHash> known(const std::filesystem::path& path, const ContentHash& kind) const;
    void remember(const std::filesystem::path& path, const ContentHash& hash);
    /// Known, or computed now and remembered. @throws Error as hashOfFile.
    ContentHash hashOf(const std::filesystem::path& path, const ContentHash& kind, const JobControl& control = {},
                       const std::function<void(std::uintmax_t)>& onBytes = {});

private:
    std::unique_ptr<DiskCache> m_cache;
};

} // namespace vbs
