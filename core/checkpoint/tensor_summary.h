#pragma once

#include "core/checkpoint/torch_forward.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

/// What a list of tensors says about one of them.
struct TensorSummary {
    std::string name;
    std::string type; ///< as NumPy calls it: see typeText
    std::vector<std::int64_t> shape;

    std::string shapeText() const; ///< "(2, 3, 4)"
};

TensorSummary summaryOf(const std::string& name, const at::Tensor& tensor);

} // namespace vbs
