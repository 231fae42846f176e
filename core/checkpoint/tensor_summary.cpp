#include "core/checkpoint/tensor_summary.h"

#include "core/checkpoint/tensor_text.h"

#include <ATen/core/Tensor.h>

namespace vbs {

std::string TensorSummary::shapeText() const
{
    return vbs::shapeText(shape);
}

TensorSummary summaryOf(const std::string& name, const at::Tensor& tensor)
{
    return {name, typeText(tensor.scalar_type()), tensor.sizes().vec()};
}

} // namespace vbs
