#include "core/detector/resnet.h"

#include <torch/torch.h>

namespace vbs {

namespace {

torch::nn::Conv2d convolution(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride)
{
    return torch::nn::Conv2d(
        torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2).bias(false));
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

at::Tensor ResidualBlockImpl::forward(const at::Tensor& x)
{
    at::Tensor y = bn1(conv1(x)).relu_();
    y = bn2(conv2(y));
    if (conv3)
        y = bn3(conv3(y.relu_()));
    if (!m_downsampleConv)
        return (y + x).relu_();
    // A 1x1 kernel with a stride sees every stride-th pixel only. They are picked first because oneDNN 2.6's own
    // strided 1x1 kernel writes beyond its gradient's end with AVX-512 when the channels are no multiple of 16.
    const at::Tensor seen = x.slice(2, 0, c10::nullopt, m_stride).slice(3, 0, c10::nullopt, m_stride);
    return (y + m_downsampleNorm(m_downsampleConv(seen.contiguous(at::MemoryFormat::ChannelsLast)))).relu_();
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
    at::Tensor y = torch::max_pool2d(bn1(conv1(x)).relu_(), 3, 2, 1);
    std::vector<at::Tensor> outputs;
    for (auto& blocks : m_layers) {
        for (auto& block : blocks)
            y = block(y);
        outputs.push_back(y);
    }
    return outputs;
}

} // namespace vbs
