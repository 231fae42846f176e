#pragma once

#include "core/metrics/coco_metrics.h"

namespace vbs {

inline constexpr std::size_t kCocoThresholds = 10, kCocoAreas = 4;
inline constexpr std::size_t kCocoMostFound = 100; ///< boxes a picture and category that count

/// One box that a detector found, as it was judged in one range of areas.
struct CocoJudged {
    double score = 0;
    std::array<bool, kCocoThresholds> matched{}, ignored{}; ///< by threshold
};

/// What came out of one picture for one category and one range of areas.
struct CocoMatch {
    std::vector<CocoJudged> found; ///< by falling score
    std::size_t truths = 0;        ///< that count
};

/// The overlaps from which on a box counts as found: .5, .55 … .95, as numpy's linspace gives them.
const std::array<double, kCocoThresholds>& cocoThresholds();

/// @param truth, found of one picture and category. @param area 0: all, 1: small, 2: medium, 3: large.
CocoMatch matchCoco(const std::vector<const CocoTruth*>& truth, const std::vector<const CocoFound*>& found,
                    std::size_t area);

} // namespace vbs
