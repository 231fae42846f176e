#pragma once

#include <ATen/core/Tensor.h>

namespace vbs {

/// (1 - mask) * the smallest finite number of the mask's floating-point type: what the reference adds to scores.
at::Tensor additiveMask(const at::Tensor& mask);

} // namespace vbs
