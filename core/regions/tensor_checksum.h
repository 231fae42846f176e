#pragma once

#include "core/checkpoint/tensor_map.h"

#include <string>

namespace vbs {

/// SHA-256 over names, types, shapes and every number.
std::string checksumOf(const TensorMap& tensors);

} // namespace vbs
