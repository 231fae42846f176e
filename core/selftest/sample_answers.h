#pragma once

#include "core/engine/inference_types.h"

#include <string>
#include <vector>

namespace vbs {

/// The samples that a pack brings along, as questions: also without the picture, and whether things are there. Phrases
/// are found by hiding regions, too, where the pack can. @param few the first of each task only.
/// @throws Error as readImage, and for phrases that are not marked.
std::vector<InferenceRequest> sampleQuestions(const PackInfo& pack, bool few);

/// What a result says, in words: the first answer, the best choice, the regions that its phrases mean, the words that
/// are filled in, whether the text fits.
std::string said(const InferenceResult& result);

/// By how much two answers to the same question differ at most in their probabilities, 0..1, with the picture and
/// without. Of a phrase, the region that the first finds most probable counts, wherever it stands among the other's
/// regions; 1 where it is not there.
double largestDifference(const InferenceResult& first, const InferenceResult& second);

/// By how much two explanations of the same answer, over the same regions, differ at most; infinite where they are not
/// over as many.
double largestDifference(const Explanation& first, const Explanation& second);

} // namespace vbs
