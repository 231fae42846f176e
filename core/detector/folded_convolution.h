#pragma once

#include <ATen/core/Tensor.h>
#include <c10/core/ScalarType.h>

#include <torch/nn/modules/conv.h>

#include <array>
#include <cstdint>

namespace vbs {

/// What a batch norm has learnt, one number a channel.
struct BatchNormValues {
    at::Tensor weight, bias, mean, variance;
    double eps = 1e-5;
};

/// A convolution with its following batch norm multiplied into kernel and bias: one step instead of two, for
/// inference. Kernels lie channels-last, which oneDNN computes fastest.
class FoldedConvolution {
public:
    FoldedConvolution() = default;

    /// Folds in double precision. The module's kernel becomes the folded one, so that memory holds it once.
    FoldedConvolution(torch::nn::Conv2dImpl& convolution, const BatchNormValues& norm);

    /// Without a norm: the convolution as it is.
    explicit FoldedConvolution(torch::nn::Conv2dImpl& convolution);

    bool defined() const { return m_weight.defined(); }

    /// To another type (bfloat16) or device; the inputs must be of the same.
    void to(c10::ScalarType type);

    /// x [batch, channels, height, width], channels-last.
    at::Tensor operator()(const at::Tensor& x) const;

    /// The same, negative values set to 0.
    at::Tensor rectified(const at::Tensor& x) const;

private:
    void takeGeometry(torch::nn::Conv2dImpl& convolution);

    at::Tensor m_weight, m_bias;
    std::array<std::int64_t, 2> m_stride{1, 1}, m_padding{0, 0}, m_dilation{1, 1};
};

/// Adds x to y in place and sets negative values to 0; y.
at::Tensor addAndRectify(at::Tensor y, const at::Tensor& x);

/// Every stride-th pixel of a map, channels-last. For 1x1 kernels with a stride: they see no other pixels, and
/// oneDNN 2.6's own strided 1x1 kernel writes beyond its gradient's end with AVX-512 when the channels are no multiple
/// of 16.
at::Tensor strided(const at::Tensor& x, std::int64_t stride);

} // namespace vbs
