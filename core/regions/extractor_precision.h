#pragma once

#include "core/base/json.h"

#include <string>

namespace vbs {

/// What an extractor's convolutions are computed in: "float32" or "bfloat16"; see extractorType.
/// @param device "cpu", "cuda:0". @throws Error (InvalidArgument) for an unknown "precision" in the configuration.
std::string extractorPrecision(const Json& config, const std::string& device);

} // namespace vbs
