#include "core/detector/ops/aten_convolution.h"

#include <torch/types.h>

namespace vbs {

AtenConvolution::AtenConvolution(const at::Tensor& floatWeight, const at::Tensor& floatBias,
                                 const ConvolutionGeometry& shape, at::ScalarType type)
    : weight(floatWeight.detach().to(type).contiguous(at::MemoryFormat::ChannelsLast)),
      bias(floatBias.defined() ? floatBias.detach().to(type) : floatBias), geometry(shape)
{
}

at::Tensor AtenConvolution::forward(const at::Tensor& x, bool rectify) const
{
    at::Tensor y = torch::conv2d(x, weight, bias, geometry.stride, geometry.padding, geometry.dilation);
    return rectify ? y.relu_() : y;
}

void AtenConvolution::addTo(at::Tensor& sum, const at::Tensor& x) const
{
    const at::Tensor y = forward(x, false);
    if (sum.device().is_cpu() && sum.scalar_type() == torch::kFloat)
        at::_add_relu_(sum, y); // one pass over memory instead of two
    else
        sum.add_(y).relu_();
}

} // namespace vbs
