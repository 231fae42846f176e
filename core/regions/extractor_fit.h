#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

/// An extractor that gives as many numbers a region as a checkpoint wants.
struct FittingExtractor {
    std::string name;   ///< as `visualbert extract --extractor` calls it
    std::string remark; ///< how near it is to what the published checkpoints were trained with
};

/// What is known of checkpoints with this visual_embedding_dim.
struct WantedFeatures {
    std::int64_t size = 0;
    std::string published; ///< sentences: which published checkpoints these are, and what their features were
    std::vector<FittingExtractor> extractors; ///< the best first; empty: no published extractor gives this size
};

/// @param visualEmbeddingDim from a checkpoint's config.json.
WantedFeatures wantedFeatures(std::int64_t visualEmbeddingDim);

/// "use vg_faster_rcnn, resnet50, …", or what to do where no published extractor fits.
std::string adviceFor(std::int64_t visualEmbeddingDim);

} // namespace vbs
