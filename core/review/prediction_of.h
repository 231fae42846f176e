#pragma once

#include "core/review/predicted_result.h"
#include "core/review/prediction.h"
#include "core/review/review_item.h"

#include <set>
#include <string>

namespace vbs {

/// Compares what a model says of an item with its annotation.
///   questions   surprise: -log of expectedVqaScore; negative (it cannot tell) where that is nothing
///   statements, choices   surprise: -log of the label's probability
///   phrases     surprise: 1 - the best IoU of the most probable region with the phrase's boxes; the worst phrase
///               counts
///   boxes       surprise: the weight of the first of findingsOf, 0 without any
/// Logarithms are natural, surprises 20 at most. Entropy is that of all answers, in nats; negative where nothing was
/// answered, and for phrases and boxes.
/// @param knownLabels for boxes: see findingsOf.
Prediction predictionOf(const ReviewItem& item, const InferenceResult& result,
                        const std::set<std::string>& knownLabels = {});

/// A prediction on boxes, judged anew when more of the detector's labels are known.
Prediction predictionAgain(const ReviewItem& item, const Prediction& before, const std::set<std::string>& knownLabels);

} // namespace vbs
