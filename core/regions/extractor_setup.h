#pragma once

#include "core/base/json.h"

#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>

#include <filesystem>
#include <string>

namespace vbs {

/// A configuration's "precision" for measurements: bfloat16 also where it is slower than float32.
inline constexpr const char* kAlwaysBfloat16 = "always bfloat16";

/// What an extractor's convolutions are computed in: bfloat16 where its configuration says so and the device is faster
/// with it (GPUs, and processors with instructions for it), else float, which is more exact.
/// @throws Error (InvalidArgument) for an unknown "precision".
c10::ScalarType extractorType(const Json& config, const c10::Device& device);

/// What every kind of extractor's configuration has beside its own keys.
struct ExtractorSetup {
    std::filesystem::path weights;      ///< file, or folder that holds one
    c10::ScalarType type = c10::kFloat; ///< what convolutions are computed in on this device
    std::string fingerprint;            ///< of configuration, weights and type

    /// @param folder where relative paths begin.
    /// @throws Error: no "weights" in the configuration, a file that cannot be read, an unknown "precision".
    static ExtractorSetup of(const Json& config, const std::filesystem::path& folder, const c10::Device& device);
};

} // namespace vbs
