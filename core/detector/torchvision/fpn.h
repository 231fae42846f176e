#pragma once

#include "core/detector/ops/folded_convolution.h"

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
    FeaturePyramidNetworkImpl(const std::vector<std::int64_t>& inChannels, std::int64_t outChannels, bool maxPoolLevel);
    /// Finest first, in and out.
    std::vector<at::Tensor> forward(const std::vector<at::Tensor>& inputs);

    /// As ResNetImpl::fold.
    void fold(c10::ScalarType type);

private:
    at::Tensor inner(std::size_t level, const at::Tensor& x, const at::Tensor& above);
    at::Tensor layer(std::size_t level, const at::Tensor& x);

    std::vector<torch::nn::Conv2d> m_inner, m_layer;
    std::vector<FoldedConvolution> m_foldedInner, m_foldedLayer;
    bool m_maxPoolLevel;
};
TORCH_MODULE(FeaturePyramidNetwork);

} // namespace vbs
