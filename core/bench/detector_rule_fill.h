#pragma once

#include "core/checkpoint/tensor_map.h"

#include <torch/nn/module.h>

#include <string_view>

namespace vbs {

/// The networks that the rule knows gains for.
enum class RuleNetwork { ResNet, VisualGenome, TorchvisionFasterRcnn };

/// Fills a detector or classification network by a rule from its tensors' names alone (see RuleStream), so that
/// reference cases and benchmarks of full size need no weights file. Batch norms stay near the identity, kernels keep
/// the activations in a natural range, and neighbouring input channels have opposite weights, so that regions differ
/// even after many layers. Whole numbers become 0; cell anchors stay as they are.
/// @param tensors parameters and buffers by name, changed in place (see saveModule).
void fillByRule(const TensorMap& tensors, RuleNetwork network, std::string_view salt);

/// saveModule's tensors of a module, filled.
void fillByRule(const torch::nn::Module& module, RuleNetwork network, std::string_view salt);

} // namespace vbs
