#include "core/nn/attention_kernel.h"

#include "core/nn/visual_bert/masking.h"

#include <torch/types.h>

namespace vbs {

struct AttentionKernel::Impl {
    std::int64_t heads, headSize;
};

AttentionKernel::AttentionKernel(std::int64_t heads, std::int64_t headSize) : m_impl(new Impl{heads, headSize}) {}

AttentionKernel::~AttentionKernel() = default;

at::ScalarType AttentionKernel::projectionType(at::ScalarType computeType)
{
    return computeType;
}

std::pair<at::Tensor, at::Tensor> AttentionKernel::forward(const at::Tensor& projected, const at::Tensor& mask,
                                                           bool wantProbabilities) const
{
    const std::int64_t batch = projected.size(0), length = projected.size(1);
    const auto parts = projected.view({batch, length, 3, m_impl->heads, m_impl->headSize}).unbind(2);
    const at::Tensor query = parts[0].transpose(1, 2), key = parts[1].transpose(1, 2);
    const at::Tensor value = parts[2].transpose(1, 2); // [batch, head, token, size]
    // The smallest float is infinite in bfloat16, and a row of nothing but infinities has no softmax.
    const at::ScalarType type = projected.scalar_type();
    const at::Tensor added = mask.defined() ? mask.clamp_min(smallestFinite(type)).to(type) : mask;
    at::Tensor context, probabilities;
    if (wantProbabilities) {
        at::Tensor scores = at::matmul(query, key.transpose(-1, -2));
        if (added.defined())
            scores.add_(added);
        probabilities = at::softmax(scores, -1);
        context = at::matmul(probabilities, value);
    } else {
        const auto optionalMask = added.defined() ? std::make_optional(added) : std::nullopt;
        context = at::scaled_dot_product_attention(query, key, value, optionalMask, 0.0, false, 1.0);
    }
    context = context.transpose(1, 2).reshape({batch, length, m_impl->heads * m_impl->headSize});
    return {std::move(context), std::move(probabilities)};
}

} // namespace vbs
