#pragma once

#include "core/explain/attention_summary.h"

#include <cstddef>
#include <vector>

namespace vbs {

/// Where a position's information comes from through all layers: attention rollout (Abnar and Zuidema, "Quantifying
/// attention flow in Transformers", ACL 2020). In each layer the heads' mean A becomes (A + I) / 2, for the residual
/// connection, with rows that add up to 1; the layers are multiplied, and the query position's row is the answer.
/// @param queryPosition 0 is [CLS]. @param leaveOut as in AttentionQuestion.
/// @throws Error (InvalidArgument) when the sizes do not fit or the position does not exist.
AttentionSummary attentionRollout(const AttentionView& attention, std::size_t queryPosition,
                                  const std::vector<bool>& leaveOut);

} // namespace vbs
