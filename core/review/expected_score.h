#pragma once

#include "core/datasets/dataset.h"

#include <optional>

namespace vbs {

/// The VQA score that the model's distribution earns with the people's answers: the sum over all answers, or over those
/// listed where there is no distribution, of their probability times their score; 0..1. Both sides are compared as
/// vqaEval.py normalises them, also where all people agree: a spelling that the list of answers lacks is no fault of
/// the annotation.
/// @returns nothing where none of the model's answers earns anything: the people's are outside its list. The reviewer
/// would else begin with all that the model cannot say, wrong or not.
std::optional<double> expectedVqaScore(const ExampleTruth& truth, const InferenceResult& result);

} // namespace vbs
