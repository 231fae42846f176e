#pragma once

#include "core/engine/inference_types.h"

#include <vector>

namespace vbs {

/// Where a position's information comes from after each layer: attention rollout (attentionRollout) through the first
/// 0, 1, … layers, from this position to every position: [layers + 1][positions]. Rows add up to 1; after no layer, all
/// of it is the position's own.
/// @throws Error (InvalidArgument) when the inspection's sizes do not fit or the position does not exist.
std::vector<std::vector<double>> attentionFlow(const Inspection& inspection, std::size_t position);

/// A row of the flow between two layers, for an animation. @param place 0 … layers.
std::vector<double> flowAt(const std::vector<std::vector<double>>& flow, double place);

} // namespace vbs
