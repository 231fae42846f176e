#pragma once

#include "core/data/region_features.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_extractor.h"

#include <string>
#include <vector>

namespace vbs {

/// What feature files hold of extracted regions. @param image the picture's name for them.
RegionFeatures toRegionFeatures(const ExtractedRegions& extracted, const std::string& image);

/// Names of the ids in a feature file.
struct RegionNames {
    std::vector<std::string> labels;     ///< by id; where it ends, "object N" stands for N
    std::vector<std::string> attributes; ///< by id; where it ends, there is none
};

ExtractedRegions toExtractedRegions(const RegionFeatures& regions, const RegionNames& names);

} // namespace vbs
