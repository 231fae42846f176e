#pragma once

#include "core/base/json.h"

#include <filesystem>
#include <string_view>

namespace vbs {

/// Writes the weights file (safetensors) that an extractor's configuration wants, filled by rule: see fillByRule. For
/// benchmarks and tests of full size.
/// @param extractorConfig as for createRegionExtractor; "weights" is not needed.
/// @throws Error: unknown kind, wrong configuration, FileUnwritable.
void writeRuleFilledWeights(const std::filesystem::path& file, const Json& extractorConfig, std::string_view salt);

} // namespace vbs
