#include "core/detector/torchvision/fpn.h"

#include <torch/types.h>

namespace vbs {

FeaturePyramidNetworkImpl::FeaturePyramidNetworkImpl(const std::vector<std::int64_t>& inChannels,
                                                     std::int64_t outChannels, bool maxPoolLevel)
    : m_maxPoolLevel(maxPoolLevel)
{
    const auto inner = register_module("inner_blocks", std::make_shared<torch::nn::Module>());
    const auto layer = register_module("layer_blocks", std::make_shared<torch::nn::Module>());
    for (std::size_t k = 0; k < inChannels.size(); ++k) {
        const auto innerBlock = inner->register_module(std::to_string(k), std::make_shared<torch::nn::Module>());
        const auto layerBlock = layer->register_module(std::to_string(k), std::make_shared<torch::nn::Module>());
        m_inner.push_back(innerBlock->register_module(
            "0", torch::nn::Conv2d(torch::nn::Conv2dOptions(inChannels[k], outChannels, 1))));
        m_layer.push_back(layerBlock->register_module(
            "0", torch::nn::Conv2d(torch::nn::Conv2dOptions(outChannels, outChannels, 3).padding(1))));
    }
}

void FeaturePyramidNetworkImpl::fold(c10::ScalarType type)
{
    for (torch::nn::Conv2d& convolution : m_inner)
        m_foldedInner.emplace_back(*convolution, type);
    for (torch::nn::Conv2d& convolution : m_layer)
        m_foldedLayer.emplace_back(*convolution, type);
}

at::Tensor FeaturePyramidNetworkImpl::inner(std::size_t level, const at::Tensor& x, const at::Tensor& above)
{
    const at::Tensor y = m_foldedInner.empty() ? m_inner[level](x) : m_foldedInner[level](x);
    if (!above.defined())
        return y;
    // Not every release enlarges bfloat16 maps.
    const at::Tensor enlarged = torch::upsample_nearest2d(above.to(torch::kFloat), y.sizes().slice(2));
    return y + enlarged.to(y.scalar_type());
}

at::Tensor FeaturePyramidNetworkImpl::layer(std::size_t level, const at::Tensor& x)
{
    return m_foldedLayer.empty() ? m_layer[level](x) : m_foldedLayer[level](x);
}

std::vector<at::Tensor> FeaturePyramidNetworkImpl::forward(const std::vector<at::Tensor>& inputs)
{
    const std::size_t levels = m_inner.size();
    std::vector<at::Tensor> outputs(levels);
    at::Tensor last;
    for (std::size_t k = levels; k-- > 0;) {
        last = inner(k, inputs[k], last);
        outputs[k] = layer(k, last);
    }
    if (m_maxPoolLevel) // every second pixel
        outputs.push_back(strided(outputs.back(), 2));
    return outputs;
}

} // namespace vbs
