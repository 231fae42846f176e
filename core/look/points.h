#pragma once

#include "core/engine/inference_types.h"

#include <array>
#include <vector>

namespace vbs {

/// What a layer gives on for every position, in the two directions in which it varies most (PCA).
struct PlanePoints {
    std::vector<std::array<double, 2>> points; ///< one a position; their mean is 0
    std::array<double, 2> explained{};         ///< shares of the variance, 0..1, the greater first
};

/// One for each of the layers + 1 states, the embeddings first. A direction has no sign of its own, so it is chosen:
/// the embeddings' directions have their largest component (of several the first) above 0, and a later layer's are
/// turned such that its points lie as the layer's before, which is that the products of both coordinates add up to 0 or
/// more. So a picture does not flip from layer to layer.
/// @throws Error (InvalidArgument) when the inspection has no states, or their number does not fit its sizes.
std::vector<PlanePoints> pointsByLayer(const Inspection& inspection);

} // namespace vbs
