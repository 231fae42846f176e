#pragma once

#include "core/detector/ops/packed_convolution.h"

#include <torch/nn/modules/conv.h>

namespace vbs {

/// What a batch norm has learnt, one number a channel.
struct BatchNormValues {
    at::Tensor weight, bias, mean, variance;
    double eps = 1e-5;
};

/// A convolution with its following batch norm multiplied into kernel and bias: one step instead of two, for
/// inference.
class FoldedConvolution {
public:
    FoldedConvolution() = default;

    /// Folds in double precision. The module's own kernel and bias are given up, so that memory holds them once.
    /// @param type float, or bfloat16 to compute in.
    /// @param mayUseWinograd see ConvolutionGeometry.
    FoldedConvolution(torch::nn::Conv2dImpl& convolution, const BatchNormValues& norm, at::ScalarType type,
                      bool mayUseWinograd = false);

    /// Without a norm: the convolution as it is.
    FoldedConvolution(torch::nn::Conv2dImpl& convolution, at::ScalarType type);

    bool defined() const { return m_packed != nullptr; }

    /// x [batch, channels, height, width] of the type, channels-last.
    at::Tensor operator()(const at::Tensor& x) const;

    /// The same, negative values set to 0.
    at::Tensor rectified(const at::Tensor& x) const;

    /// max(0, sum + (*this)(x)), in place of sum.
    at::Tensor addedTo(at::Tensor sum, const at::Tensor& x) const;

private:
    void pack(torch::nn::Conv2dImpl& convolution, const at::Tensor& weight, const at::Tensor& bias,
              at::ScalarType type);
    std::int64_t flopsOf(const at::Tensor& x) const;

    std::shared_ptr<PackedConvolution> m_packed;
    ConvolutionGeometry m_geometry;
    std::array<std::int64_t, 4> m_kernel{}; ///< out, in, height, width
};

/// Every stride-th pixel of a map, channels-last. For 1x1 kernels with a stride: they see no other pixels, and
/// oneDNN 2.6's own strided 1x1 kernel writes beyond its gradient's end with AVX-512 when the channels are no multiple
/// of 16.
at::Tensor strided(const at::Tensor& x, std::int64_t stride);

} // namespace vbs
