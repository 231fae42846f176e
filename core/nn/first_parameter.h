#pragma once

#include <torch/nn/module.h>

namespace vbs {

/// The first of module.parameters(), without making the list of all with their names, which takes a tenth of a
/// millisecond in a large network.
/// @return undefined for a module without parameters.
at::Tensor firstParameter(const torch::nn::Module& module);

} // namespace vbs
