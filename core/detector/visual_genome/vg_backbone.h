#pragma once

#include "core/base/progress.h"
#include "core/detector/ops/folded_convolution.h"
#include "core/detector/visual_genome/vg_config.h"

#include <torch/nn/module.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/pimpl.h>

#include <vector>

namespace vbs {

/// A convolution that owns its batch norm: `weight`, `norm.weight`, `norm.bias`, `norm.running_mean`,
/// `norm.running_var`. Computes after fold() only.
class VgConvolutionImpl : public torch::nn::Conv2dImpl {
public:
    VgConvolutionImpl(const torch::nn::Conv2dOptions& options, double eps);

    /// As ResNetImpl::fold. @param mayUseWinograd see ConvolutionGeometry.
    void fold(c10::ScalarType type, bool mayUseWinograd = false);
    const FoldedConvolution& folded() const { return m_folded; }

private:
    torch::nn::BatchNorm2d norm{nullptr};
    FoldedConvolution m_folded;
};
TORCH_MODULE(VgConvolution);

/// Bottleneck block: `conv1` (1x1), `conv2` (3x3), `conv3` (1x1), and `shortcut` (1x1) in a stage's first block.
class VgBottleneckImpl : public torch::nn::Module {
public:
    struct Shape {
        std::int64_t inChannels, bottleneckChannels, outChannels;
        std::int64_t stride = 1;
        bool strideIn1x1 = true; ///< else on the 3x3
        std::int64_t dilation = 1;
        double normEps = 1e-5;
    };
    explicit VgBottleneckImpl(const Shape& shape);

    void fold(c10::ScalarType type, bool mayUseWinograd = false);
    /// A block without shortcut gives its result in place of x.
    at::Tensor forward(const at::Tensor& x) const;

private:
    std::int64_t m_stride1, m_strideShortcut;
    VgConvolution conv1{nullptr}, conv2{nullptr}, conv3{nullptr}, shortcut{nullptr};
};
TORCH_MODULE(VgBottleneck);

/// The blocks of one stage as `0`, `1`, … of parent. @param stage 0 is res2 … 3 is res5.
/// @param dilation of its 3x3 convolutions.
std::vector<VgBottleneck> makeVgStage(torch::nn::Module& parent, const VgDetectorConfig& config, std::size_t stage,
                                      std::int64_t dilation = 1);

/// `backbone`: the residual network up to res4, with `stem.conv1` and `res2` … `res4`.
class VgBackboneImpl : public torch::nn::Module {
public:
    explicit VgBackboneImpl(const VgDetectorConfig& config);

    void fold(c10::ScalarType type);

    /// x [batch, 3, height, width], channels-last → res4, stride 16.
    /// @param control asked and told before every block. @throws Error (Cancelled).
    at::Tensor forward(const at::Tensor& x, const JobControl& control = {}) const;

private:
    at::Tensor stem(const at::Tensor& x) const;

    bool m_caffeMaxPool;
    VgConvolution m_stem{nullptr};
    std::vector<std::vector<VgBottleneck>> m_stages;
};
TORCH_MODULE(VgBackbone);

} // namespace vbs
