#pragma once

#include "core/engine/inference_types.h"

#include <optional>
#include <vector>

namespace vbs {

/// Which of the found regions are given to the model. The region of the whole picture always is.
struct RegionFilter {
    int minimumPercent = 0; ///< score that a region needs, 0..100, both rounded to whole per cent
    int maximumCount = 0;   ///< the surest so many; 0: all

    bool isActive() const { return minimumPercent > 0 || maximumCount > 0; }
    friend bool operator==(const RegionFilter&, const RegionFilter&) = default;
};

/// What the user decided about the regions of one picture: a filter over those that were found, or regions of
/// their own in their place.
///
/// The filter masks found regions (InferenceRequest::hiddenRegions) and leaves them out of nothing else: features
/// do not depend on it, so only the Transformer runs again, and the weights of an explanation keep their places.
/// Own regions are not filtered: they begin with what the filter showed, and from then on they are exactly what the
/// model is given, however low the score that the extractor gives to a box that the user drew.
struct RegionChoice {
    RegionFilter filter;
    std::optional<std::vector<Region>> own; ///< with the whole picture's region where the extractor has one
};

/// @return one mark a region, true where the filter hides it. Of equal scores the earlier stays.
std::vector<bool> hiddenBy(const RegionFilter& filter, const std::vector<Region>& regions);

/// The boxes of the objects, in order; the whole picture's region is the extractor's own affair.
std::vector<Box> objectBoxes(const std::vector<Region>& regions);

/// How many regions are objects.
int objectCount(const std::vector<Region>& regions);

/// The user's regions with what the engine said about each; boxes and labels stay as the user made them.
/// @return nothing where the engine described another number of objects.
std::optional<std::vector<Region>> described(const std::vector<Region>& own, const std::vector<Region>& byEngine);

/// Whether own regions take the place of those that were found; without an object they only hide them all.
bool hasObjects(const std::optional<std::vector<Region>>& own);

/// Whether the model would be given the same: the same own boxes, or without own ones the same filter.
bool sameChoice(const RegionChoice& a, const RegionChoice& b);

} // namespace vbs
