#pragma once

#include "core/nn/visual_bert/visual_bert_model.h"

#include <string_view>

namespace vbs {

/// Fills every parameter by a rule from its name alone (see RuleStream), with spreads that keep the activations of a
/// deep network in a natural range: reference cases and benchmarks of full size then need no weights file.
/// LayerNorm weights 1 ± 0.1, biases ± 0.05, embedding tables ± 0.06, other matrices uniform with a gain by kind.
/// @param salt tells fillings apart. The keys are those of the whole model with its head; for a bare trunk they have
/// no "visual_bert." prefix. A network that was made under DeferredWeights gets memory of its own.
void fillByRule(VisualBertPreTrainedModel& network, std::string_view salt);

/// Made-up region features (batch, regions, width) by the same rule: max(0, 4 (u - 1/2)), half of them 0 as after a
/// ReLU.
at::Tensor regionFeaturesByRule(std::string_view salt, std::int64_t batch, std::int64_t regions, std::int64_t width);

} // namespace vbs
