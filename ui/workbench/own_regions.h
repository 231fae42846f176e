#pragma once

#include "core/data/own_boxes.h"
#include "core/engine/inference_types.h"

#include <vector>

namespace vbs {

struct AnnotatedPicture;
struct SideState;

/// A region that nobody has looked at yet.
Region unseen(const Box& box);

/// The user's regions as they are kept: boxes with the labels that were typed. The whole picture's region is left out.
/// @param annotated see OwnBoxes::annotated; Region::annotation counts in it.
OwnBoxes ownBoxesOf(const std::vector<Region>& own, const std::vector<AnnotatedBox>& annotated);

/// The same for others to read: a box without a label of the user's gets the extractor's, where that is sure of it.
OwnBoxes labelledBoxesOf(const std::vector<Region>& own, const std::vector<AnnotatedBox>& annotated);

/// Regions from kept boxes; nobody has looked at them yet.
std::vector<Region> regionsOf(const OwnBoxes& boxes);

/// The side's picture as files of annotations speak of it. @pre it has one with a file.
AnnotatedPicture annotatedPicture(const SideState& side);

/// Gives the objects of one set what the user calls those of the other, which has as many.
void takeLabels(std::vector<Region>& regions, const std::vector<Region>& from);

} // namespace vbs
