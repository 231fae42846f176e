#pragma once

#include <torch/nn/module.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/pimpl.h>

#include <vector>

namespace vbs {

/// torchvision's FeaturePyramidNetwork: `inner_blocks.K.0` (1x1) and `layer_blocks.K.0` (3x3), both with bias,
/// without norm or activation.
class FeaturePyramidNetworkImpl : public torch::nn::Module {
public:
    /// @param maxPoolLevel adds a level: every second pixel of the coarsest.
    FeaturePyramidNetworkImpl(const std::vector<std::int64_t>& inChannels, std::int64_t outChannels,
                              bool maxPoolLevel);
    /// Finest first, in and out.
    std::vector<at::Tensor> forward(const std::vector<at::Tensor>& inputs);

private:
    std::vector<torch::nn::Conv2d> m_inner, m_layer;
    bool m_maxPoolLevel;
};
TORCH_MODULE(FeaturePyramidNetwork);

} // namespace vbs
