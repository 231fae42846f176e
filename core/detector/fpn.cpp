#include "core/detector/fpn.h"

#include <torch/torch.h>

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

std::vector<at::Tensor> FeaturePyramidNetworkImpl::forward(const std::vector<at::Tensor>& inputs)
{
    const std::size_t levels = m_inner.size();
    std::vector<at::Tensor> outputs(levels);
    at::Tensor last;
    for (std::size_t k = levels; k-- > 0;) {
        at::Tensor inner = m_inner[k](inputs[k]);
        if (last.defined())
            inner = inner + torch::upsample_nearest2d(last, inner.sizes().slice(2));
        last = inner;
        outputs[k] = m_layer[k](last);
    }
    if (m_maxPoolLevel)
        outputs.push_back(torch::max_pool2d(outputs.back(), 1, 2, 0));
    return outputs;
}

} // namespace vbs
