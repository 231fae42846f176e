#pragma once

#include "core/checkpoint/tensor_map.h"

#include <string>

namespace vbs {

/// What network these weights are of, by the names (and a few shapes) of the tensors, as a noun phrase for messages:
/// "VisualBertForVisualReasoning", "torchvision's ResNet". Empty when it is none that is known here.
std::string networkKind(const TensorMap& tensors);

/// The VisualBERT class whose names these are (today's names), or empty. Question answering and reasoning differ in
/// the number of outputs only: two are taken for reasoning, one for multiple choice.
std::string visualBertClass(const TensorMap& tensors);

} // namespace vbs
