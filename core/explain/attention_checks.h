#pragma once

#include "core/explain/attention_summary.h"

#include <cstddef>
#include <vector>

/// What every explanation of attention probabilities shares.
namespace vbs {

/// @throws Error (InvalidArgument) when the number of probabilities is not the product of the sizes, there are none,
/// or there are more tokens than positions.
void requireAttention(const AttentionView& attention);

/// @throws Error (InvalidArgument) when the position does not exist or leaveOut is neither empty nor one a position.
void requireQuery(const AttentionView& attention, std::size_t queryPosition, const std::vector<bool>& leaveOut);

/// The weights of all positions as shares of 1, without those that are left out; what is not a finite number counts
/// as nothing. @param row one a position, not below 0.
AttentionSummary summarizeRow(std::vector<double> row, std::size_t tokenCount, const std::vector<bool>& leaveOut);

} // namespace vbs
