#pragma once

#include "core/training/scene_tasks.h"

namespace vbs {

/// Share of right answers on a held-out bank, "accuracy" over all and one entry a question type; fixed questions, so
/// that evaluations of one run compare. Gradients should be off.
Measures measureVqaAccuracy(TaskContext& context, const RegionBank& heldOut, int questionsPerType);

} // namespace vbs
