#pragma once

#include "core/detector/ops/folded_convolution.h"
#include "core/detector/torchvision/detector_config.h"

#include <torch/nn/module.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/pimpl.h>

#include <vector>

namespace vbs {

/// Batch norm with torchvision's two faces: the ordinary one, whose statistics follow the training batches, and
/// FrozenBatchNorm2d, whose four tensors are constants.
class BackboneNormImpl : public torch::nn::Module {
public:
    BackboneNormImpl(std::int64_t channels, const ResNetConfig& config);
    /// x [batch, channels, height, width]
    at::Tensor forward(const at::Tensor& x);
    BatchNormValues values() const { return {weight, bias, running_mean, running_var, m_eps}; }

private:
    bool m_frozen;
    double m_eps;
    at::Tensor weight, bias, running_mean, running_var, num_batches_tracked;
};
TORCH_MODULE(BackboneNorm);

/// One residual block: torchvision's BasicBlock (two 3x3) or Bottleneck (1x1, 3x3 with the stride, 1x1).
class ResidualBlockImpl : public torch::nn::Module {
public:
    ResidualBlockImpl(std::int64_t inChannels, std::int64_t planes, std::int64_t stride, const ResNetConfig& config);
    /// Once folded, a block without downsample gives its result in place of x.
    at::Tensor forward(const at::Tensor& x);
    void fold(c10::ScalarType type);

private:
    at::Tensor foldedForward(const at::Tensor& x) const;

    torch::nn::Conv2d conv1{nullptr}, conv2{nullptr}, conv3{nullptr};
    BackboneNorm bn1{nullptr}, bn2{nullptr}, bn3{nullptr};
    std::int64_t m_stride;
    torch::nn::Conv2d m_downsampleConv{nullptr}; ///< downsample.0, on the pixels that the stride leaves
    BackboneNorm m_downsampleNorm{nullptr};      ///< downsample.1
    FoldedConvolution m_folded1, m_folded2, m_folded3, m_foldedDownsample;
};
TORCH_MODULE(ResidualBlock);

/// torchvision's ResNet without its classifier `fc`: `conv1 bn1 layer1 … layer4`.
class ResNetImpl : public torch::nn::Module {
public:
    explicit ResNetImpl(const ResNetConfig& config);
    /// x [batch, 3, height, width] → the outputs of layer1 … layer4, strides 4, 8, 16, 32.
    std::vector<at::Tensor> forward(const at::Tensor& x);

    /// For inference alone, once the weights are loaded and on their device: multiplies every batch norm into its
    /// convolution. The module gives up its kernels for it, and can be neither trained nor saved nor moved afterwards.
    /// @param type float, or bfloat16 to compute in; the outputs are of this type.
    void fold(c10::ScalarType type = c10::kFloat);

private:
    torch::nn::Conv2d conv1{nullptr};
    BackboneNorm bn1{nullptr};
    FoldedConvolution m_folded;
    std::vector<std::vector<ResidualBlock>> m_layers;
};
TORCH_MODULE(ResNet);

} // namespace vbs
