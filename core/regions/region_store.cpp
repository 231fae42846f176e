#include "core/regions/region_store.h"

#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/image/decoder_versions.h"
#include "core/image/picture_digest.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_bytes.h"

#include <span>

#include <torch/types.h>

namespace vbs {

namespace {

/// Of a picture, and of the boxes in it that are described instead of what would be found.
std::string wholeKey(const std::string& key, const std::vector<Box>& boxes)
{
    return boxes.empty() ? key : sha256(key + " boxes " + sha256(std::as_bytes(std::span(boxes))));
}

} // namespace

RegionStore::RegionStore(const RegionStoreOptions& options, BackgroundWork& work)
    : m_options(options), m_work(work), m_memory(options.memoryEntries)
{
    if (!options.cacheFolder.empty())
        m_disk.emplace(options.cacheFolder / "regions", options.diskBytes);
}

RegionStore::~RegionStore()
{
    m_work.wait();
}

std::string RegionStore::keyOf(const RgbImage& image, const RegionExtractor& extractor) const
{
    return sha256(std::to_string(kRegionBytesFormat) + " " + extractor.fingerprintFor(image) + " " +
                  m_options.computedBy + " " + pictureDigest(image));
}

std::string RegionStore::fileKey(const std::string& fileHash, const RegionExtractor& extractor) const
{
    return sha256("file " + std::to_string(kRegionBytesFormat) + " " + extractor.fingerprint() + " " +
                  m_options.computedBy + " " + decoderVersions() + " " + fileHash);
}

std::optional<std::string> RegionStore::keyOfFile(const std::string& fileHash, const RegionExtractor& extractor) const
{
    return m_disk && extractor.isWorthKeeping() ? m_disk->load(fileKey(fileHash, extractor)) : std::nullopt;
}

void RegionStore::keepFile(const std::string& fileHash, const std::string& key, const RegionExtractor& extractor)
{
    if (m_disk && extractor.isWorthKeeping())
        m_work.add([this, name = fileKey(fileHash, extractor), key] { write(name, [&] { return key; }); });
}

RegionStore::Entry RegionStore::known(const std::string& key, const std::vector<Box>& boxes)
{
    return find(wholeKey(key, boxes));
}

RegionStore::Found RegionStore::look(const std::string& key, const RgbImage& image, const std::vector<Box>& boxes,
                                     RegionExtractor& extractor, const JobControl& control)
{
    const std::string whole = wholeKey(key, boxes);
    if (Entry known = find(whole))
        return {known, true};
    const torch::NoGradGuard noGrad;
    const auto entry = std::make_shared<const ExtractedRegions>(
        boxes.empty() ? extractor.extract(image, control) : extractor.describe(image, boxes, control));
    remember(whole, entry);
    if (m_disk && extractor.isWorthKeeping())
        keep(whole, entry);
    return {entry, false};
}

RegionStore::Entry RegionStore::find(const std::string& key)
{
    if (const Entry* known = m_memory.find(key))
        return *known;
    if (!m_disk)
        return nullptr;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto pending = m_pending.find(key); pending != m_pending.end())
            return pending->second;
    }
    const auto bytes = m_disk->load(key);
    if (!bytes)
        return nullptr;
    try {
        auto entry = std::make_shared<const ExtractedRegions>(regionsOfBytes(*bytes));
        remember(key, entry);
        return entry;
    } catch (const std::exception&) {
        return nullptr; // written by another release: as good as unknown
    }
}

void RegionStore::remember(const std::string& key, const Entry& entry)
{
    if (m_options.memoryEntries > 0)
        m_memory.put(key, entry);
}

void RegionStore::keep(const std::string& key, const Entry& entry)
{
    const std::lock_guard lock(m_mutex);
    // A disk that is too slow is not waited for.
    const auto task = [this, key, entry] {
        write(key, [&] { return bytesOfRegions(*entry); });
        const std::lock_guard done(m_mutex);
        m_pending.erase(key);
    };
    if (m_work.add(task))
        m_pending[key] = entry;
}

void RegionStore::write(const std::string& key, const std::function<std::string()>& bytesOf)
{
    try {
        const std::string bytes = bytesOf();
        if (bytes.size() > m_options.mostAdded - m_added)
            return;
        m_disk->store(key, bytes);
        m_added += bytes.size();
    } catch (const std::exception& e) {
        logWarning(std::string("Regions were not kept: ") + e.what());
    }
}

} // namespace vbs
