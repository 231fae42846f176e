#include "core/base/disk_cache.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/base/log.h"

#include <algorithm>
#include <chrono>
#include <vector>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSuffix = ".cache";
constexpr std::size_t kChecksumLength = 64; // hex SHA-256 before the bytes
constexpr std::uintmax_t kMaxEntryBytes = 1ull << 30;
constexpr std::uintmax_t kShare = 10; // a tenth of the limit is stored between two looks, and freed at once
constexpr auto kAbandonedAfter = std::chrono::hours(1);

struct Entry {
    fs::path path;
    fs::file_time_type lastUsed;
    std::uintmax_t bytes;
};

/// The entries of the folder. Temporary files that a killed program left behind are removed on the way.
std::vector<Entry> entriesIn(const fs::path& folder)
{
    std::vector<Entry> entries;
    std::error_code code;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
        const fs::path& path = at->path();
        std::error_code gone; // another program may remove files meanwhile
        const auto lastUsed = fs::last_write_time(path, gone);
        const auto bytes = fs::file_size(path, gone);
        if (gone)
            continue;
        if (path.extension() == kSuffix)
            entries.push_back({path, lastUsed, bytes});
        else if (path.stem().extension() == kSuffix && lastUsed < fs::file_time_type::clock::now() - kAbandonedAfter)
            fs::remove(path, gone);
    }
    return entries;
}

std::uintmax_t sum(const std::vector<Entry>& entries)
{
    std::uintmax_t total = 0;
    for (const Entry& entry : entries)
        total += entry.bytes;
    return total;
}

} // namespace

DiskCache::DiskCache(fs::path folder, std::uintmax_t limitBytes) : m_folder(std::move(folder)), m_limitBytes(limitBytes)
{
}

DiskCache::~DiskCache()
{
    const std::lock_guard lock(m_mutex);
    if (m_written > 0)
        clearUp();
}

fs::path DiskCache::pathOf(std::string_view key) const
{
    const bool isHex = key.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    if (key.empty() || key.size() > 128 || !isHex)
        throw Error(ErrorCode::InvalidArgument, sentence("\"%1\" is not a valid cache key: use hex digits.", key));
    return m_folder / (std::string(key) + std::string(kSuffix));
}

std::optional<std::string> DiskCache::load(std::string_view key) const
{
    const fs::path path = pathOf(key);
    std::string contents;
    try {
        contents = readTextFile(path, kMaxEntryBytes);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::FileNotFound)
            logWarning(e.what());
        return std::nullopt;
    }
    std::error_code code;
    const std::string_view view(contents);
    if (view.size() < kChecksumLength || sha256(view.substr(kChecksumLength)) != view.substr(0, kChecksumLength)) {
        logWarning(path.string() + " is damaged and is removed from the cache.");
        fs::remove(path, code);
        return std::nullopt;
    }
    fs::last_write_time(path, fs::file_time_type::clock::now(), code); // used just now
    contents.erase(0, kChecksumLength);
    return contents;
}

void DiskCache::store(std::string_view key, std::string_view bytes)
{
    const fs::path path = pathOf(key);
    if (bytes.size() + kChecksumLength > std::min(m_limitBytes, kMaxEntryBytes)) {
        logInfo(path.string() + " is not cached: it has " + std::to_string(bytes.size()) + " bytes.");
        return;
    }
    try {
        std::string contents = sha256(bytes);
        contents += bytes;
        writeFileAtomically(path, contents, Durability::Forgettable);
        count(contents.size());
    } catch (const std::exception& e) {
        logWarning(std::string("Caching failed: ") + e.what());
    }
}

std::uintmax_t DiskCache::totalBytes() const
{
    return sum(entriesIn(m_folder));
}

/// What is replaced counts twice and other programs' entries do not: the next look at the folder puts both right.
void DiskCache::count(std::uintmax_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_written += bytes;
    if (m_written > m_limitBytes / kShare || m_found + m_written > m_limitBytes)
        clearUp();
}

void DiskCache::clearUp()
{
    auto entries = entriesIn(m_folder);
    m_found = sum(entries);
    m_written = 0;
    if (m_found <= m_limitBytes)
        return;
    std::ranges::sort(entries, {}, &Entry::lastUsed);
    for (const Entry& entry : entries) {
        if (m_found <= m_limitBytes - m_limitBytes / kShare)
            return;
        std::error_code code;
        fs::remove(entry.path, code);
        m_found -= entry.bytes;
    }
}

} // namespace vbs
