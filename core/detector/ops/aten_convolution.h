#pragma once

#include "core/detector/ops/packed_convolution.h"

namespace vbs {

/// PackedConvolution by LibTorch's own operators, on any device.
struct AtenConvolution {
    at::Tensor weight, bias;
    ConvolutionGeometry geometry;

    AtenConvolution(const at::Tensor& floatWeight, const at::Tensor& floatBias, const ConvolutionGeometry& shape,
                    at::ScalarType type);
    at::Tensor forward(const at::Tensor& x, bool rectify) const;
    void addTo(at::Tensor& sum, const at::Tensor& x) const;
};

} // namespace vbs
