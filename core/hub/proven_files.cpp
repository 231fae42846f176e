#include "core/hub/proven_files.h"

#include "core/base/hash.h"

#include <sys/stat.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kMarkBytes = 8u << 20;

/// What a file is told by without being read; empty: it cannot be looked at.
std::string identityOf(const fs::path& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return "";
    return std::to_string(status.st_size) + " " + std::to_string(status.st_mtim.tv_sec) + " " +
           std::to_string(status.st_mtim.tv_nsec) + " " + std::to_string(status.st_ino) + " " +
           std::to_string(status.st_dev) + " ";
}

std::string markKey(const fs::path& path, const ContentHash& kind)
{
    std::error_code code;
    const fs::path whole = fs::weakly_canonical(path, code);
    return sha256((kind.isGitBlob() ? "git " : "sha256 ") + (code ? path : whole).string());
}

} // namespace

ProvenFiles::ProvenFiles(const fs::path& folder)
    : m_cache(folder.empty() ? nullptr : std::make_unique<DiskCache>(folder, kMarkBytes))
{
}

std::optional<ContentHash> ProvenFiles::known(const fs::path& path, const ContentHash& kind) const
{
    const std::string identity = identityOf(path);
    if (!m_cache || identity.empty())
        return std::nullopt;
    const auto mark = m_cache->load(markKey(path, kind));
    if (!mark || !mark->starts_with(identity) || !isContentHash(std::string_view(*mark).substr(identity.size())))
        return std::nullopt;
    return ContentHash{mark->substr(identity.size())};
}

void ProvenFiles::remember(const fs::path& path, const ContentHash& hash)
{
    if (const std::string identity = identityOf(path); m_cache && !identity.empty())
        m_cache->store(markKey(path, hash), identity + hash.hex);
}

ContentHash ProvenFiles::hashOf(const fs::path& path, const ContentHash& kind, const JobControl& control,
                                const std::function<void(std::uintmax_t)>& onBytes)
{
    if (const auto hash = known(path, kind))
        return *hash;
    const std::string before = identityOf(path);
    const ContentHash hash = hashOfFile(path, kind, control, onBytes);
    if (identityOf(path) == before) // else somebody is writing there
        remember(path, hash);
    return hash;
}

} // namespace vbs
