#include "core/regions/region_store.h"

#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/image/picture_digest.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_bytes.h"

#include <span>

#include <torch/types.h>

namespace vbs {

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

RegionStore::Found RegionStore::look(const std::string& key, const RgbImage& image, const std::vector<Box>& boxes,
                                     RegionExtractor& extractor, const JobControl& control)
{
    const std::string whole = boxes.empty() ? key : sha256(key + " boxes " + sha256(std::as_bytes(std::span(boxes))));
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
    if (m_work.add([this, key, entry] { write(key, *entry); }))
        m_pending[key] = entry;
}

void RegionStore::write(const std::string& key, const ExtractedRegions& regions)
{
    try {
        const std::string bytes = bytesOfRegions(regions);
        if (bytes.size() <= m_options.mostAdded - m_added) {
            m_disk->store(key, bytes);
            m_added += bytes.size();
        }
    } catch (const std::exception& e) {
        logWarning(std::string("Regions were not kept: ") + e.what());
    }
    const std::lock_guard lock(m_mutex);
    m_pending.erase(key);
}

} // namespace vbs
