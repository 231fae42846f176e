#pragma once

#include "core/data/region_features.h"

#include <filesystem>
#include <map>
#include <string>

namespace vbs {

/// One picture's regions as a .safetensors file: `boxes` float32 [n, 4], `features` float32 [n, d], `scores`
/// float32 [n], `labels` int64 [n], `attributes` int64 [n], `attribute_scores` float32 [n] (the last four
/// where there are any), and as metadata image, width and height.
struct RegionFile {
    RegionFeatures regions;
    std::map<std::string, std::string> metadata; ///< the rest of it, e.g. "extractor"
};

/// Written whole or not at all; the metadata gets a checksum of the arrays.
/// @throws Error (FileUnwritable, CorruptData for values that are not finite).
void writeRegionFile(const std::filesystem::path& path, const RegionFile& file);

/// float16 and bfloat16 arrays are read as well. Files of other programs need boxes and features; a size that
/// the metadata does not state is the smallest that holds the boxes.
/// @throws Error naming the file and the tensor that is missing or wrong: FileNotFound, FileUnreadable,
/// CorruptData (also when the checksum does not fit), UnsupportedFormat.
RegionFile readRegionFile(const std::filesystem::path& path);

} // namespace vbs
