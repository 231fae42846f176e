#pragma once

#include "core/picture_book/training/scene_tasks.h"

#include <memory>
#include <span>

namespace vbs {

/// Share of right answers on a held-out bank, "vqa" over all and "vqa TYPE" for each question type; fixed questions,
/// so that evaluations of one run compare. Gradients should be off.
Measures measureVqaAccuracy(TaskContext& context, const RegionBank& heldOut, int questionsPerType);

/// What the tasks themselves measure on examples of a held-out bank, the same ones every time: the mean over some
/// batches of each of their measures that is a share of right answers (its name ends with " right").
Measures measureTaskAccuracy(TaskContext& context, const RegionBank& heldOut, const StageOptions& stage,
                             std::span<TrainingTask* const> tasks, int batches);

} // namespace vbs
