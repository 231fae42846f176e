#pragma once

#include "ui/canvas/canvas_model.h"

namespace vbs {

/// What an answer's explanation says of the regions at a side; of Find that of the phrase that is looked at.
/// @param looked a phrase; -1: none.
CanvasWeights weightsOf(const Answered& answered, Side side, int looked);

/// The regions that an answer's phrases mean, where they are shown.
std::vector<CanvasOutline> outlinesOf(const Answered& answered, const SideState& side, int looked);

} // namespace vbs
