#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace vbs {

/// Token ids of several texts, padded on the right.
struct TextBatch {
    at::Tensor inputIds;      ///< int64 [batch, longest]
    at::Tensor attentionMask; ///< int64 [batch, longest]
    at::Tensor tokenTypeIds;  ///< int64 [batch, longest]; undefined: all 0
};

TextBatch padTexts(const std::vector<std::vector<std::int64_t>>& texts, std::int64_t padId);

} // namespace vbs
