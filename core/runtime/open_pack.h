#pragma once

#include "core/engine/inference_backend.h"
#include "core/regions/region_store.h"
#include "core/runtime/loaded_pack.h"

#include <deque>
#include <memory>
#include <string>
#include <utility>

namespace vbs {

inline constexpr std::size_t kPicturesInMemory = 64;

/// A pack that a session has loaded, with what it remembers of pictures and texts.
struct OpenPack {
    PackId id = 0;
    std::unique_ptr<LoadedPack> pack;
    DeviceInfo device; ///< with the pack's own precision
    /// Of pictures, which need not be hashed again.
    struct Key {
        std::weak_ptr<const RgbImage> image;
        const RegionExtractor* extractor;
        std::string text;
    };
    std::deque<Key> keys;
    /// What the text alone would answer, the latest first: see blindKey.
    std::deque<std::pair<std::string, DistributionPtr>> blind;

    /// How strange pictures are by what was found in them, the latest first.
    std::deque<std::pair<std::string, double>> strangeness;

    /// What stands for a picture in the store.
    const std::string& keyOf(const ImagePtr& image, const RegionExtractor& extractor, const RegionStore& store);
    /// How strange a picture is: by what was found in it, now or before; without that, where somebody drew the regions,
    /// by the whole picture. Negative: not known. @param key keyOf(picture).
    double strangenessOf(const std::string& key, const RegionExtractor& extractor, const ExtractedRegions& regions,
                         bool found);
};

} // namespace vbs
