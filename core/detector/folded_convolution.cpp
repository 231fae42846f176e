#include "core/detector/folded_convolution.h"

#include <torch/torch.h>

namespace vbs {

FoldedConvolution::FoldedConvolution(torch::nn::Conv2dImpl& convolution, const BatchNormValues& norm)
{
    const torch::NoGradGuard noGrad;
    const at::Tensor scale = norm.weight.to(torch::kDouble) / (norm.variance.to(torch::kDouble) + norm.eps).sqrt();
    at::Tensor shift = norm.bias.to(torch::kDouble) - norm.mean.to(torch::kDouble) * scale;
    if (convolution.bias.defined())
        shift += convolution.bias.to(torch::kDouble) * scale;
    const at::Tensor& weight = convolution.weight;
    m_weight = (weight.to(torch::kDouble) * scale.view({-1, 1, 1, 1}))
                   .to(weight.scalar_type())
                   .contiguous(at::MemoryFormat::ChannelsLast);
    m_bias = shift.to(weight.scalar_type());
    convolution.weight.set_data(m_weight);
    takeGeometry(convolution);
}

FoldedConvolution::FoldedConvolution(torch::nn::Conv2dImpl& convolution)
    : m_weight(convolution.weight.detach().contiguous(at::MemoryFormat::ChannelsLast)),
      m_bias(convolution.bias.defined() ? convolution.bias.detach() : at::Tensor())
{
    convolution.weight.set_data(m_weight);
    takeGeometry(convolution);
}

void FoldedConvolution::takeGeometry(torch::nn::Conv2dImpl& convolution)
{
    const auto& options = convolution.options;
    m_stride = *options.stride();
    m_dilation = *options.dilation();
    m_padding = *get<torch::ExpandingArray<2>>(options.padding()); // LibTorch's own variant or the standard's
}

void FoldedConvolution::to(c10::ScalarType type)
{
    m_weight = m_weight.to(type);
    if (m_bias.defined())
        m_bias = m_bias.to(type);
}

at::Tensor FoldedConvolution::operator()(const at::Tensor& x) const
{
    const bool oneByOne = m_weight.size(2) == 1 && m_weight.size(3) == 1;
    if (oneByOne && m_stride[0] > 1)
        return torch::conv2d(strided(x, m_stride[0]), m_weight, m_bias);
    return torch::conv2d(x, m_weight, m_bias, m_stride, m_padding, m_dilation);
}

at::Tensor FoldedConvolution::rectified(const at::Tensor& x) const
{
    return (*this)(x).relu_();
}

at::Tensor addAndRectify(at::Tensor y, const at::Tensor& x)
{
    if (y.device().is_cpu() && y.scalar_type() == torch::kFloat)
        return at::_add_relu_(y, x); // one pass over memory instead of two
    return y.add_(x).relu_();
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
