#pragma once

#include "core/base/json.h"
#include "core/checkpoint/tensor_map.h"
#include "core/regions/region_extractor.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// An extractor whose weights others have published.
struct PublishedExtractor {
    const char* name;                                       ///< as `visualbert extract --extractor` calls it
    Json (*config)(const char* name);                       ///< all but "kind" and "weights"
    bool (*recognises)(const TensorMap&, const char* name); ///< whether these are its weights
    std::int64_t featureSize;                               ///< numbers a region
    /// How near it comes to what published checkpoints with as many numbers were trained with.
    const char* advice;
};

/// A kind of extractor: all that commands, packs and the window need to know of it.
struct ExtractorKind {
    const char* kind;  ///< in configurations
    const char* title; ///< in plain English
    std::unique_ptr<RegionExtractor> (*create)(const Json& config, const std::filesystem::path& folder,
                                               const c10::Device& device);
    // The configuration's keys for limits that a command line may give; null: the kind has none.
    const char* minSize;
    const char* maxSize;
    const char* maxRegions;
    std::vector<PublishedExtractor> published;
    bool namesRegions = false; ///< it says what each region shows
};

/// All kinds, the ones that suit published checkpoints best first. A new kind is a file pair and a row here.
std::span<const ExtractorKind> extractorKinds();

/// Null for any other kind.
const ExtractorKind* extractorKindNamed(std::string_view kind);

/// The kind and its published extractor of this name; null for any other.
struct PublishedRow {
    const ExtractorKind* kind = nullptr;
    const PublishedExtractor* extractor = nullptr;
};
PublishedRow publishedExtractorNamed(std::string_view name);

} // namespace vbs
