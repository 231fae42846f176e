#pragma once

#include "core/explain/attention_summary.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vbs {

/// Which positions are hidden from the model, one after the other, to see how the answer's probability falls. All
/// runs fit in one batch; the first hides nothing and gives the probability to compare with.
/// Positions are tokens, then regions (Compare: those of the left picture, then of the right).
struct OcclusionPlan {
    std::size_t tokenCount = 0, regionCount = 0;
    std::vector<std::size_t> hidden; ///< the one position that run i + 1 hides, growing

    std::size_t runs() const { return hidden.size() + 1; }

    /// True for what a run hides: [runs][positions].
    std::vector<std::vector<bool>> masks() const;
};

/// @param leaveOut positions that are never hidden and get no weight: [CLS], [SEP], padding, and what the user has
/// hidden already; empty: none. @throws Error (InvalidArgument) when leaveOut has another length.
OcclusionPlan planOcclusion(std::size_t tokenCount, std::size_t regionCount, const std::vector<bool>& leaveOut);

/// By how much the probability falls when a position is hidden: -1..1, below 0 where hiding makes the answer surer;
/// 0 for what was left out. These are causes, so they do not add up to 1.
/// @param probabilities of the same answer, one a run. What is not a number counts as no fall.
/// @throws Error (InvalidArgument) for another count of probabilities.
AttentionSummary occlusionWeights(const OcclusionPlan& plan, std::span<const double> probabilities);

} // namespace vbs
