#pragma once

#include <ATen/core/Tensor.h>

#include <array>
#include <cstdint>
#include <memory>

namespace vbs {

struct ConvolutionGeometry {
    std::array<std::int64_t, 2> stride{1, 1}, padding{0, 0}, dilation{1, 1};
    /// Whether a 3x3 kernel may be computed by Winograd's method where the processor has it: half the time, for
    /// rounding errors some three times as large.
    bool mayUseWinograd = false;
};

/// A convolution for inference, with its kernel laid out once as the processor's convolutions read it (oneDNN); on
/// other devices LibTorch's own. Holds a copy of the weights; gives no gradients. Used by one thread at a time. Maps
/// are [batch, channels, height, width] in channels-last memory.
class PackedConvolution {
public:
    /// @param weight float [out, in, height, width]. @param bias float [out], or undefined.
    /// @param type float or bfloat16: of the packed weights and of the maps; sums are float in both.
    PackedConvolution(const at::Tensor& weight, const at::Tensor& bias, const ConvolutionGeometry& geometry,
                      at::ScalarType type);
    ~PackedConvolution();
    PackedConvolution(PackedConvolution&&) noexcept;
    PackedConvolution& operator=(PackedConvolution&&) noexcept;

    /// x of the type. @param rectify sets negative results to 0, in the same pass.
    at::Tensor forward(const at::Tensor& x, bool rectify) const;

    /// sum = max(0, sum + forward(x)), in one pass over sum.
    void addTo(at::Tensor& sum, const at::Tensor& x) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace vbs
