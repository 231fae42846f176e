#include "core/detector/ops/folded_convolution.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

/// For profilers: a scope "convolution N" where N is the number of operations.
#define VBS_RECORD_CONVOLUTION(x)                                                                                      \
    at::RecordFunction record(at::RecordScope::USER_SCOPE);                                                            \
    if (record.isActive())                                                                                             \
    record.before("convolution " + std::to_string(flopsOf(x)))

FoldedConvolution::FoldedConvolution(torch::nn::Conv2dImpl& convolution, const BatchNormValues& norm,
                                     at::ScalarType type, bool mayUseWinograd)
{
    const torch::NoGradGuard noGrad;
    m_geometry.mayUseWinograd = mayUseWinograd;
    const at::Tensor scale = norm.weight.to(torch::kDouble) / (norm.variance.to(torch::kDouble) + norm.eps).sqrt();
    at::Tensor shift = norm.bias.to(torch::kDouble) - norm.mean.to(torch::kDouble) * scale;
    if (convolution.bias.defined())
        shift += convolution.bias.to(torch::kDouble) * scale;
    const at::Tensor weight = (convolution.weight.to(torch::kDouble) * scale.view({-1, 1, 1, 1})).to(torch::kFloat);
    pack(convolution, weight, shift.to(torch::kFloat), type);
}

FoldedConvolution::FoldedConvolution(torch::nn::Conv2dImpl& convolution, at::ScalarType type)
{
    const torch::NoGradGuard noGrad;
    const at::Tensor bias = convolution.bias.defined() ? convolution.bias.detach() : at::Tensor();
    pack(convolution, convolution.weight.detach(), bias, type);
}

void FoldedConvolution::pack(torch::nn::Conv2dImpl& convolution, const at::Tensor& weight, const at::Tensor& bias,
                             at::ScalarType type)
{
    const auto& options = convolution.options;
    // LibTorch's own variant or the standard's, as the release has it.
    m_geometry.stride = *options.stride();
    m_geometry.padding = *get<torch::ExpandingArray<2>>(options.padding());
    m_geometry.dilation = *options.dilation();
    std::ranges::copy(weight.sizes(), m_kernel.begin());
    m_packed = std::make_shared<PackedConvolution>(weight, bias, m_geometry, type);
    convolution.weight.set_data(torch::empty({0}, weight.options()));
    if (convolution.bias.defined())
        convolution.bias.set_data(torch::empty({0}, weight.options()));
}

std::int64_t FoldedConvolution::flopsOf(const at::Tensor& x) const
{
    std::int64_t flops = 2 * x.size(0);
    for (const std::int64_t factor : m_kernel)
        flops *= factor;
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const std::int64_t extent = m_geometry.dilation[axis] * (m_kernel[2 + axis] - 1) + 1;
        const std::int64_t side = x.size(static_cast<std::int64_t>(2 + axis)) + 2 * m_geometry.padding[axis] - extent;
        flops *= side / m_geometry.stride[axis] + 1;
    }
    return flops;
}

at::Tensor FoldedConvolution::operator()(const at::Tensor& x) const
{
    VBS_RECORD_CONVOLUTION(x);
    return m_packed->forward(x, false);
}

at::Tensor FoldedConvolution::rectified(const at::Tensor& x) const
{
    VBS_RECORD_CONVOLUTION(x);
    return m_packed->forward(x, true);
}

at::Tensor FoldedConvolution::addedTo(at::Tensor sum, const at::Tensor& x) const
{
    VBS_RECORD_CONVOLUTION(x);
    m_packed->addTo(sum, x);
    return sum;
}

at::Tensor strided(const at::Tensor& x, std::int64_t stride)
{
    if (stride == 1)
        return x;
    return x.slice(2, 0, c10::nullopt, stride)
        .slice(3, 0, c10::nullopt, stride)
        .contiguous(at::MemoryFormat::ChannelsLast);
}

} // namespace vbs
