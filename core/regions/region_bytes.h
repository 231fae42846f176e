#pragma once

#include "core/regions/extracted_regions.h"

#include <string>

namespace vbs {

/// Raised when an extractor's arithmetic or the bytes' form changes, so that older ones are not taken.
constexpr int kRegionBytesFormat = 3;

/// Regions as bytes and back, every number as it was.
std::string bytesOfRegions(const ExtractedRegions& extracted);

/// @throws std::exception for what is damaged or of another format.
ExtractedRegions regionsOfBytes(const std::string& bytes);

} // namespace vbs
