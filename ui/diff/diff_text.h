#pragma once

#include "ui/workbench/workbench_state.h"

namespace vbs {

// Two models' answers to one question, in whole sentences.

/// "Both models say “orange”."
QString verdictText(const Answered& first, const Answered& second);

/// "12 % of the probability lies on other answers."; empty for phrases, which have no one answer.
QString distanceText(const Answered& first, const Answered& second);

/// "The explanations share 83 % of their weight."; empty where they are about different regions, or there are none.
QString sharedWeightText(const Answered& first, const Answered& second);

/// How much of the weight two explanations of the same regions share, 0..1: the sum of the lesser ones, each
/// explanation's positive weights adding up to 1. Negative: not known.
double sharedWeight(const InferenceResult& first, const InferenceResult& second);

/// The second model's bars, with what the first gives the same answer where that is another per cent.
std::vector<AnswerBar> barsBeside(const Answered& first, const Answered& second);

} // namespace vbs
