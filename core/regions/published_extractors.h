#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// Names of the extractors whose weights others have published, in the order of extractorKinds(): vg_faster_rcnn
/// (unc-nlp/frcnn-vg-finetuned), faster_rcnn_fpn (torchvision's fasterrcnn_resnet50_fpn, or the box branch of its
/// maskrcnn_resnet50_fpn) and resnet18 … resnet152.
std::vector<std::string> publishedExtractorNames();

/// The whole configuration of a published extractor but for "weights", for createRegionExtractor.
/// @throws Error (InvalidArgument) listing the names for an unknown one.
Json publishedExtractorConfig(const std::string& name);

/// The configuration of a folder that holds an extractor: its config.json, or a published detector's config.yaml with
/// its pytorch_model.bin or model.safetensors beside it.
/// @throws Error naming what is missing.
Json extractorConfigOfFolder(const std::filesystem::path& folder);

/// What a command line may override, in words that every kind understands; what is absent stays as it is.
struct ExtractorLimits {
    std::optional<std::int64_t> minSize, maxSize; ///< pixels of the sides that detectors resize a picture to
    std::optional<std::int64_t> maxRegions;       ///< regions at most (pooled ResNet: regions)
};

/// Writes the limits under the keys of the configuration's kind.
/// @throws Error (InvalidArgument) for a limit that the kind does not have.
void applyExtractorLimits(const ExtractorLimits& limits, Json& config);

} // namespace vbs
