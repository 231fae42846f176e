#pragma once

#include "core/checkpoint/tensor_map.h"
#include "core/nn/visual_bert/visual_bert_model.h"

namespace vbs {

/// Arguments from named tensors, for the class of the given network.
/// @throws Error (InvalidArgument) naming a tensor that the class does not read, or one that it needs and that is
/// missing.
VisualBertInputs visualBertInputsFrom(const TensorMap& tensors, const VisualBertPreTrainedModel& network);

/// The defined outputs by their names; lists as hidden_states.N and attentions.N, detached.
TensorMap visualBertOutputTensors(const VisualBertOutputs& outputs);

/// d loss / d parameter for every parameter that has a gradient, by its name; tied ones once.
TensorMap gradientTensors(const torch::nn::Module& module);

} // namespace vbs
