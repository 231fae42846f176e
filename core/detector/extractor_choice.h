#pragma once

#include "core/base/json.h"
#include "core/detector/region_extractor.h"
#include "core/pack/model_pack.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace vbs {

/// What a user says about the extractor that is wanted.
struct ExtractorRequest {
    std::string extractor;         ///< a published one's name or a folder; empty: the pack's
    std::string pack = "picture-book"; ///< name or folder; asked only where extractor is empty
    std::filesystem::path weights; ///< a file or a folder with one; empty: what the configuration names
    std::optional<std::int64_t> minSize, maxSize, maxRegions; ///< instead of the configuration's
    std::string precision = "auto";
};

/// An extractor's configuration, ready for createRegionExtractor.
struct ExtractorChoice {
    std::string name; ///< for people and for the metadata of feature files
    Json config;
    std::filesystem::path folder; ///< what the configuration's paths are relative to
};

/// Reads configurations only, no weights.
/// @throws Error in one sentence with the way out: no such name or folder, no weights for a published extractor, an
/// option that the kind does not know.
ExtractorChoice chooseExtractor(const ExtractorRequest& request);

/// A pack's own extractor.
ExtractorChoice packExtractor(const ModelPack& pack);

/// createRegionExtractor with errors that name the extractor.
std::unique_ptr<RegionExtractor> createRegionExtractor(const ExtractorChoice& choice, const c10::Device& device);

} // namespace vbs
