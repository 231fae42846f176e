#pragma once

#include "core/picture_book/training/example_sources.h"

#include <memory>
#include <span>

namespace vbs {

/// Share of right answers on a held-out bank, "vqa" over all and "vqa TYPE" for each question type; fixed questions,
/// so that evaluations of one run compare. Gradients should be off.
Measures measureVqaAccuracy(SourceContext& context, const RegionBank& heldOut, int questionsPerType);

/// What the sources themselves measure on examples of a held-out bank, the same ones every time: the mean over some
/// batches of each of their measures that is a share of right answers (its name ends with " right").
Measures measureSourceAccuracy(SourceContext& context, const RegionBank& heldOut, const StageOptions& stage,
                               std::span<ExampleSource* const> sources, int batches);

} // namespace vbs
