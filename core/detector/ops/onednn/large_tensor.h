#pragma once

#include <ATen/core/Tensor.h>

namespace vbs {

/// An uninitialised channels-last map, [batch, channels, height, width]. Large ones ask the system for huge pages:
/// touching a fresh map of 60 MB page by page takes as long as a small convolution into it.
at::Tensor largeMap(at::IntArrayRef sizes, at::ScalarType type);

} // namespace vbs
