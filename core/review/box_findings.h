#pragma once

#include "core/datasets/labelled_box.h"
#include "core/engine/inference_types.h"

#include <set>
#include <string>
#include <vector>

namespace vbs {

enum class BoxFindingKind {
    Missed,       ///< the detector is sure of something where no box is
    Spurious,     ///< a box where the detector sees nothing
    LabelDiffers, ///< one thing, two names
    Loose         ///< the detector's box fits the thing, the annotated one does so in part only
};

/// Where a detector and an annotation of boxes differ.
struct BoxFinding {
    BoxFindingKind kind = BoxFindingKind::Missed;
    int region = -1;   ///< the detector's; -1: none
    int box = -1;      ///< the annotation's; -1: none
    double weight = 0; ///< 0..1, how much it speaks for a fault of the annotation

    friend bool operator==(const BoxFinding&, const BoxFinding&) = default;
};

/// What a detector finds at fault, the weightiest first. Boxes and regions with a score of at least .2 are paired by
/// falling overlap (IoU of at least .5), each once; what is left then, sure regions (a score of at least .5) with
/// boxes of the same name that they overlap by .3. The region of the whole picture counts nowhere.
///   missed         a sure region that overlaps no box by .5, and none of the same name by .3; its score
///   label differs  a pair with different names, where the detector knows the box's name; the region's score
///   spurious       a box without a pair, where no region with a score of at least .2 overlaps it by .3; .8
///   loose          a pair of one name with an overlap below .75; 1 - overlap
/// @param knownLabels names that the detector can give: of a box with another name it cannot say whether it is right.
std::vector<BoxFinding> findingsOf(const std::vector<LabelledBox>& boxes, const std::vector<Region>& regions,
                                   const std::set<std::string>& knownLabels);

/// "missed: cat", "spurious: cat", "cat: dog?", "loose: cat"
std::string inWords(const BoxFinding& finding, const std::vector<LabelledBox>& boxes,
                    const std::vector<Region>& regions);

} // namespace vbs
