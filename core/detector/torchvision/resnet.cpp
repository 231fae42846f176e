#include "core/detector/torchvision/resnet.h"

#include <torch/types.h>

namespace vbs {

namespace {

torch::nn::Conv2d convolution(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride)
{
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2).bias(false));
}

} // namespace

BackboneNormImpl::BackboneNormImpl(std::int64_t channels, const ResNetConfig& config)
    : m_frozen(config.norm == "frozen_batch_norm"), m_eps(config.normEps)
{
    if (m_frozen) {
        weight = register_buffer("weight", torch::ones({channels}));
        bias = register_buffer("bias", torch::zeros({channels}));
    } else {
        weight = register_parameter("weight", torch::ones({channels}));
        bias = register_parameter("bias", torch::zeros({channels}));
    }
    running_mean = register_buffer("running_mean", torch::zeros({channels}));
    running_var = register_buffer("running_var", torch::ones({channels}));
    if (!m_frozen)
        num_batches_tracked = register_buffer("num_batches_tracked", torch::zeros({}, torch::kLong));
}

at::Tensor BackboneNormImpl::forward(const at::Tensor& x)
{
    if (m_frozen) {
        const at::Tensor scale = weight * (running_var + m_eps).rsqrt();
        const at::Tensor shift = bias - running_mean * scale;
        return x * scale.view({1, -1, 1, 1}) + shift.view({1, -1, 1, 1});
    }
    if (is_training())
        num_batches_tracked += 1;
    return torch::batch_norm(x, weight, bias, running_mean, running_var, is_training(), .1, m_eps, false);
}

ResidualBlockImpl::ResidualBlockImpl(std::int64_t inChannels, std::int64_t planes, std::int64_t stride,
                                     const ResNetConfig& config)
    : m_stride(stride)
{
    const bool bottleneck = config.block == "bottleneck";
    const std::int64_t outChannels = planes * config.expansion();
    conv1 = register_module("conv1", bottleneck ? convolution(inChannels, planes, 1, 1)
                                                : convolution(inChannels, planes, 3, stride));
    bn1 = register_module("bn1", BackboneNorm(planes, config));
    conv2 = register_module("conv2", convolution(planes, planes, 3, bottleneck ? stride : 1));
    bn2 = register_module("bn2", BackboneNorm(planes, config));
    if (bottleneck) {
        conv3 = register_module("conv3", convolution(planes, outChannels, 1, 1));
        bn3 = register_module("bn3", BackboneNorm(outChannels, config));
    }
    if (stride != 1 || inChannels != outChannels) {
        const auto downsample = register_module("downsample", std::make_shared<torch::nn::Module>());
        m_downsampleConv = downsample->register_module("0", convolution(inChannels, outChannels, 1, 1));
        m_downsampleNorm = downsample->register_module("1", BackboneNorm(outChannels, config));
    }
}

void ResidualBlockImpl::fold(c10::ScalarType type)
{
    m_folded1 = FoldedConvolution(*conv1, bn1->values(), type);
    m_folded2 = FoldedConvolution(*conv2, bn2->values(), type);
    if (conv3)
        m_folded3 = FoldedConvolution(*conv3, bn3->values(), type);
    if (m_downsampleConv)
        m_foldedDownsample = FoldedConvolution(*m_downsampleConv, m_downsampleNorm->values(), type);
}

at::Tensor ResidualBlockImpl::foldedForward(const at::Tensor& x) const
{
    at::Tensor y = m_folded1.rectified(x);
    const at::Tensor shortcut = m_foldedDownsample.defined() ? m_foldedDownsample(strided(x, m_stride)) : x;
    return m_folded3.defined() ? m_folded3.addedTo(shortcut, m_folded2.rectified(y)) : m_folded2.addedTo(shortcut, y);
}

at::Tensor ResidualBlockImpl::forward(const at::Tensor& x)
{
    if (m_folded1.defined())
        return foldedForward(x);
    at::Tensor y = bn1(conv1(x)).relu_();
    y = bn2(conv2(y));
    if (conv3)
        y = bn3(conv3(y.relu_()));
    if (!m_downsampleConv)
        return (y + x).relu_();
    const at::Tensor seen = strided(x, m_stride).contiguous(at::MemoryFormat::ChannelsLast);
    return (y + m_downsampleNorm(m_downsampleConv(seen))).relu_();
}

ResNetImpl::ResNetImpl(const ResNetConfig& config)
{
    conv1 = register_module(
        "conv1", torch::nn::Conv2d(torch::nn::Conv2dOptions(3, config.widths[0], 7).stride(2).padding(3).bias(false)));
    bn1 = register_module("bn1", BackboneNorm(config.widths[0], config));
    std::int64_t channels = config.widths[0];
    for (std::size_t layer = 0; layer < config.layers.size(); ++layer) {
        const auto group = register_module("layer" + std::to_string(layer + 1), std::make_shared<torch::nn::Module>());
        auto& blocks = m_layers.emplace_back();
        for (std::int64_t i = 0; i < config.layers[layer]; ++i) {
            const std::int64_t stride = i == 0 && layer > 0 ? 2 : 1;
            blocks.push_back(group->register_module(std::to_string(i),
                                                    ResidualBlock(channels, config.widths[layer], stride, config)));
            channels = config.outChannels(layer);
        }
    }
}

std::vector<at::Tensor> ResNetImpl::forward(const at::Tensor& x)
{
    at::Tensor y;
    {
        RECORD_USER_SCOPE("stem");
        y = m_folded.defined() ? m_folded.rectified(x) : bn1(conv1(x)).relu_();
        y = torch::max_pool2d(y, 3, 2, 1);
    }
    static constexpr const char* kScopes[] = {"layer1", "layer2", "layer3", "layer4"};
    std::vector<at::Tensor> outputs;
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        RECORD_USER_SCOPE(kScopes[layer]);
        for (auto& block : m_layers[layer])
            y = block(y);
        outputs.push_back(y);
    }
    return outputs;
}

void ResNetImpl::fold(c10::ScalarType type)
{
    m_folded = FoldedConvolution(*conv1, bn1->values(), type);
    for (auto& blocks : m_layers)
        for (auto& block : blocks)
            block->fold(type);
}

} // namespace vbs
