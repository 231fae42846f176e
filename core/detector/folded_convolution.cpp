#include "core/detector/folded_convolution.h"

#include <torch/torch.h>

namespace vbs {

namespace {

std::shared_ptr<PackedConvolution> packed(torch::nn::Conv2dImpl& convolution, const at::Tensor& weight,
                                          const at::Tensor& bias, at::ScalarType type)
{
    const auto& options = convolution.options;
    // LibTorch's own variant or the standard's, as the release has it.
    const ConvolutionGeometry geometry{*options.stride(), *get<torch::ExpandingArray<2>>(options.padding()),
                                       *options.dilation()};
    auto result = std::make_shared<PackedConvolution>(weight, bias, geometry, type);
    convolution.weight.set_data(torch::empty({0}, weight.options()));
    if (convolution.bias.defined())
        convolution.bias.set_data(torch::empty({0}, weight.options()));
    return result;
}

} // namespace

FoldedConvolution::FoldedConvolution(torch::nn::Conv2dImpl& convolution, const BatchNormValues& norm,
                                     at::ScalarType type)
{
    const torch::NoGradGuard noGrad;
    const at::Tensor scale = norm.weight.to(torch::kDouble) / (norm.variance.to(torch::kDouble) + norm.eps).sqrt();
    at::Tensor shift = norm.bias.to(torch::kDouble) - norm.mean.to(torch::kDouble) * scale;
    if (convolution.bias.defined())
        shift += convolution.bias.to(torch::kDouble) * scale;
    const at::Tensor weight =
        (convolution.weight.to(torch::kDouble) * scale.view({-1, 1, 1, 1})).to(torch::kFloat);
    m_packed = packed(convolution, weight, shift.to(torch::kFloat), type);
}

FoldedConvolution::FoldedConvolution(torch::nn::Conv2dImpl& convolution, at::ScalarType type)
{
    const torch::NoGradGuard noGrad;
    const at::Tensor bias = convolution.bias.defined() ? convolution.bias.detach() : at::Tensor();
    m_packed = packed(convolution, convolution.weight.detach(), bias, type);
}

at::Tensor FoldedConvolution::operator()(const at::Tensor& x) const
{
    return m_packed->forward(x, false);
}

at::Tensor FoldedConvolution::rectified(const at::Tensor& x) const
{
    return m_packed->forward(x, true);
}

at::Tensor FoldedConvolution::addedTo(at::Tensor sum, const at::Tensor& x) const
{
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
