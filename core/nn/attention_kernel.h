#pragma once

#include <ATen/core/Tensor.h>

#include <memory>
#include <utility>

namespace vbs {

/// softmax(q kᵀ + mask) v of every head, for inference on the processor, read straight from a fused projection.
/// Used by one thread at a time.
class AttentionKernel {
public:
    AttentionKernel(std::int64_t heads, std::int64_t headSize);
    ~AttentionKernel();

    /// The type in which projections are wanted when the network computes in the given one.
    static at::ScalarType projectionType(at::ScalarType computeType);

    /// @param projected (B, L, 3 * heads * headSize) contiguous, of projectionType(): queries, already divided by
    /// sqrt(headSize), then keys, then values. @param mask added to the scores, broadcast to (B, heads, L, L), or
    /// undefined. @returns the context (B, L, heads * headSize) and, when wanted, the probabilities
    /// (B, heads, L, L), both of the projection's type.
    std::pair<at::Tensor, at::Tensor> forward(const at::Tensor& projected, const at::Tensor& mask,
                                              bool wantProbabilities) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace vbs
