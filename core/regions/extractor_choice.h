#pragma once

#include "core/base/json.h"
#include "core/pack/model_pack.h"
#include "core/regions/published_extractors.h"
#include "core/regions/region_extractor.h"

#include <filesystem>
#include <memory>
#include <string>

namespace vbs {

/// What a user says about the extractor that is wanted.
struct ExtractorRequest {
    std::string extractor;          ///< a published one's name or a folder
    std::string pack;               ///< name or folder, where no extractor is named; empty as well: see chooseExtractor
    std::filesystem::path weights;  ///< a file or a folder with one; empty: what the configuration names
    ExtractorLimits limits;         ///< instead of the configuration's
    std::string precision = "auto"; ///< auto, float32 or bfloat16
};

/// An extractor's configuration, ready for createRegionExtractor.
struct ExtractorChoice {
    std::string name; ///< for people and for the metadata of feature files
    Json config;
    std::filesystem::path folder; ///< what the configuration's paths are relative to
};

/// The extractor that is meant. A published one with a weights file has its published configuration; with a
/// folder of weights that holds a configuration, that one. Weights alone say by their tensors which published
/// extractor they belong to. Nothing at all means the shipped pack's.
/// @throws Error in one sentence with the way out: no such name or folder, no weights for a published
/// extractor, an option that the kind does not know.
ExtractorChoice chooseExtractor(const ExtractorRequest& request);

/// A pack's own extractor: what pack.json names by "config", extractor/config.json, or pack.json's own settings with
/// paths inside the pack. @param task whose, by its key in pack.json; empty: the pack's.
ExtractorChoice packExtractor(const ModelPack& pack, const std::string& task = {});

/// Reads the weights. @param device cpu, cuda or cuda:N. @throws Error as the other createRegionExtractor.
std::unique_ptr<RegionExtractor> createRegionExtractor(const ExtractorChoice& choice, const std::string& device);

} // namespace vbs
