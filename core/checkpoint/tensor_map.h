#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <map>
#include <string>

namespace vbs {

/// Tensors by name, in the order of their names. What a checkpoint holds, or a state dict.
using TensorMap = std::map<std::string, at::Tensor, std::less<>>;

} // namespace vbs
