#pragma once

#include "core/nn/visual_bert/visual_bert_config.h"

namespace vbs {

/// Multiplications and additions of one forward pass of the trunk (two a multiply-add; products only), and the bytes
/// of the weights that they read.
struct VisualBertCost {
    double flops = 0;
    double weights = 0; ///< count of numbers, each read once
};

/// @param text tokens and @param regions of each of batch samples.
VisualBertCost visualBertCost(const VisualBertConfig& config, std::int64_t batch, std::int64_t text,
                              std::int64_t regions);

} // namespace vbs
