#pragma once

#include "core/engine/inference_types.h"

#include <ATen/core/Tensor.h>

namespace vbs {

/// What VisualBERT is told of a picture. Row i of every tensor belongs to regions.regions[i]. All are on the CPU.
struct ExtractedRegions {
    RegionSet regions;
    at::Tensor boxes;    ///< float [n, 4], pixels of the original picture
    at::Tensor features; ///< float [n, featureSize()]
    // The numbers behind the regions' names, as the network counts them; undefined where it has none.
    at::Tensor labels;          ///< int64 [n]; -1: none (the whole-image region)
    at::Tensor attributes;      ///< int64 [n]
    at::Tensor attributeScores; ///< float [n]
};

} // namespace vbs
