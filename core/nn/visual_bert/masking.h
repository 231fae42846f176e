#pragma once

#include <ATen/core/Tensor.h>
#include <c10/core/ScalarType.h>

namespace vbs {

/// The smallest finite number of a floating-point type.
double smallestFinite(at::ScalarType type);

/// (1 - mask) * the smallest finite number of the mask's floating-point type: what the reference adds to scores.
at::Tensor additiveMask(const at::Tensor& mask);

} // namespace vbs
