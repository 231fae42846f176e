#include "core/detector/ops/packed_convolution.h"

#include "core/detector/ops/aten_convolution.h"

namespace vbs {

struct PackedConvolution::Impl {
    AtenConvolution convolution;
};

PackedConvolution::PackedConvolution(const at::Tensor& weight, const at::Tensor& bias,
                                     const ConvolutionGeometry& geometry, at::ScalarType type)
    : m_impl(new Impl{AtenConvolution(weight, bias, geometry, type)})
{
}

PackedConvolution::~PackedConvolution() = default;
PackedConvolution::PackedConvolution(PackedConvolution&&) noexcept = default;
PackedConvolution& PackedConvolution::operator=(PackedConvolution&&) noexcept = default;

at::Tensor PackedConvolution::forward(const at::Tensor& x, bool rectify) const
{
    return m_impl->convolution.forward(x, rectify);
}

void PackedConvolution::addTo(at::Tensor& sum, const at::Tensor& x) const
{
    m_impl->convolution.addTo(sum, x);
}

} // namespace vbs
