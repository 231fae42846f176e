#pragma once

#include "core/engine/inference_types.h"

#include <string>

namespace vbs {

// Two models' results of the same question. The models may list other answers and find other regions.

/// What a result says, in words: its first answer, or for Find the regions of all phrases.
std::string answerInWords(const InferenceResult& result);

/// How probable that is; of several phrases the least probable one's. 0 where nothing was answered.
double answerProbability(const InferenceResult& result);

/// Whether both give the same answer: the same word, verdict, choice or caption match; of phrases, regions that overlap
/// by half (IoU).
bool giveTheSame(const InferenceResult& a, const InferenceResult& b);

/// How far the answers lie apart, 0..1: the total variation distance of the answers' probabilities, half the sum of
/// their differences by name; of phrases the share whose regions do not overlap by half.
double answerDistance(const InferenceResult& a, const InferenceResult& b);

} // namespace vbs
