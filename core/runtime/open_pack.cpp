#include "core/runtime/open_pack.h"

#include <algorithm>

namespace vbs {

namespace {

constexpr std::size_t kKeysInMemory = 8;

} // namespace

const std::string& OpenPack::keyOf(const ImagePtr& image, const RegionExtractor& extractor, const RegionStore& store)
{
    const auto known = std::ranges::find_if(
        keys, [&](const Key& key) { return key.extractor == &extractor && key.image.lock() == image; });
    if (known != keys.end())
        return known->text;
    if (keys.size() >= kKeysInMemory)
        keys.pop_back();
    keys.push_front({image, &extractor, store.keyOf(*image, extractor)});
    return keys.front().text;
}

double OpenPack::strangenessOf(const std::string& key, const RegionExtractor& extractor,
                               const ExtractedRegions& regions, bool found)
{
    const PictureStrangeness* known = pack->pictureStrangeness(extractor);
    if (!known)
        return -1;
    const auto before = std::ranges::find(strangeness, key, &std::pair<std::string, double>::first);
    if (before != strangeness.end())
        return before->second; // also where somebody drew the regions: the picture is the same
    if (!found)
        return known->ofWholePicture(regions);
    if (strangeness.size() >= kPicturesInMemory)
        strangeness.pop_back();
    strangeness.emplace_front(key, known->of(regions));
    return strangeness.front().second;
}

} // namespace vbs
