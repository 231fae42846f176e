#pragma once

#include "core/nn/bfloat16_speed.h"

#include <ATen/core/Tensor.h>

#include <memory>

namespace vbs {

/// y = x Wᵀ + b for inference on the processor, with the weights laid out once as its matrix kernels read them
/// (oneDNN). Holds a copy of the weights; gives no gradients. Used by one thread at a time.
class PackedLinear {
public:
    /// @param weight (out, in) and bias (out), float32. @param type float32 or bfloat16: of the packed weights and
    /// of the inputs; sums are float32 in both.
    PackedLinear(const at::Tensor& weight, const at::Tensor& bias, at::ScalarType type);
    ~PackedLinear();
    PackedLinear(PackedLinear&&) noexcept;
    PackedLinear& operator=(PackedLinear&&) noexcept;

    at::ScalarType type() const;

    /// x (rows, in) of type() -> (rows, out) of outType, float32 or type().
    at::Tensor forward(const at::Tensor& x, at::ScalarType outType) const;

    /// The same through the exact (erf) GELU, in one pass.
    at::Tensor forwardGelu(const at::Tensor& x, at::ScalarType outType) const;

    /// sum += forward(x), in one pass. sum (rows, out) is float32 and contiguous.
    void addTo(at::Tensor& sum, const at::Tensor& x) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace vbs
