#pragma once

#include "core/base/json.h"
#include "core/base/progress.h"
#include "core/image/rgb_image.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

struct RegionSet;

/// How the regions of the same pictures differ between float32 and bfloat16.
struct RegionChange {
    std::size_t regions = 0;                  ///< of float32
    std::size_t matched = 0;                  ///< regions of both whose boxes overlap by at least kSameRegion
    std::size_t relabelled = 0;               ///< of the matched ones, label or attribute differs
    std::size_t lost = 0, gained = 0;         ///< without a partner: of float32, of bfloat16
    static constexpr double kSameRegion = .9; ///< intersection over union

    /// One picture's. Each region has one partner at most, the pairs that overlap most first.
    void add(const RegionSet& exact, const RegionSet& rounded);
    double changedShare() const; ///< relabelled ones of the matched
};

struct PrecisionCost {
    double float32Seconds = 0, bfloat16Seconds = 0; ///< one picture: the medians
    double speedRatio = 0;      ///< float32's time over bfloat16's: the median over pairs taken one after the other
    double featureDistance = 0; ///< of matched regions: largest 1 - cosine of both features
    RegionChange change;
};

/// Looks at each picture in float32 and in bfloat16, in turn; bfloat16 also where the machine is slower with it.
/// @param config an extractor's, as for createRegionExtractor. @param folder what its paths are relative to.
/// @param pictures at least one. @param rounds how often all pictures are looked at.
/// @throws Error as createRegionExtractor; Cancelled.
PrecisionCost comparePrecisions(Json config, const std::filesystem::path& folder, const std::vector<RgbImage>& pictures,
                                int rounds, const JobControl& control);

/// The same of a published extractor with weights filled by rule.
PrecisionCost comparePrecisions(const std::string& extractor, const std::vector<RgbImage>& pictures, int rounds,
                                const JobControl& control);

} // namespace vbs
