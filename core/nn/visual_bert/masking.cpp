#include "core/nn/visual_bert/masking.h"

#include <limits>

#include <torch/types.h>

namespace vbs {

double smallestFinite(at::ScalarType type)
{
    switch (type) {
    case at::kHalf:
        return static_cast<double>(std::numeric_limits<at::Half>::lowest());
    case at::kBFloat16:
        return static_cast<double>(std::numeric_limits<at::BFloat16>::lowest());
    case at::kDouble:
        return std::numeric_limits<double>::lowest();
    default:
        return static_cast<double>(std::numeric_limits<float>::lowest());
    }
}

at::Tensor additiveMask(const at::Tensor& mask)
{
    return (1 - mask) * smallestFinite(mask.scalar_type());
}

} // namespace vbs
