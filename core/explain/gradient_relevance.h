#pragma once

#include "core/explain/attention_summary.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vbs {

/// What each position contributed to one output, after Chefer, Gur and Wolf ("Generic attention-model explainability
/// for interpreting bi-modal and encoder-decoder Transformers", ICCV 2021), for self-attention alone: R = I; in each
/// layer, from the first, R += mean over heads of max(0, gradient * attention) times R. The answer is the query
/// position's row without the identity that it began with.
/// @param gradients of the output with respect to the attention probabilities: the same shape and order.
/// @param queryPosition whose state the output is read from: 0 is [CLS]. @param leaveOut as in AttentionQuestion.
/// @return shares of 1; all 0 when nothing speaks for the output.
/// @throws Error (InvalidArgument) when the sizes do not fit or the position does not exist.
AttentionSummary gradientRelevance(const AttentionView& attention, std::span<const float> gradients,
                                   std::size_t queryPosition, const std::vector<bool>& leaveOut);

} // namespace vbs
