#pragma once

#include "core/engine/inference_types.h"

#include <vector>

namespace vbs {

/// Marks on one detector's regions, carried over to those that another found in the same picture.
struct CarriedMarks {
    std::vector<bool> marks; ///< one a region of the other; empty: none
    int lost = 0;            ///< marked regions that the other did not find
};

/// A region is another's where they overlap by half (IoU) and no other region overlaps it more. Where all are marked,
/// all of the other's are.
CarriedMarks carriedMarks(const std::vector<bool>& marks, const RegionSet& from, const RegionSet& to);

} // namespace vbs
