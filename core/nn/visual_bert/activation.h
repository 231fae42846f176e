#pragma once

#include <ATen/core/Tensor.h>

#include <string_view>

namespace vbs {

/// An element-wise function.
using Activation = at::Tensor (*)(const at::Tensor&);

/// The function that config.json's hidden_act names.
/// @throws Error (InvalidArgument) that lists the known names.
Activation activationByName(std::string_view name);

} // namespace vbs
