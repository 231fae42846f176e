#pragma once

#include "core/nn/visual_bert/visual_bert_config.h"

#include <torch/nn/modules/dropout.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>

#include <utility>

namespace vbs {

/// Queries, keys, values and the attention of every head.
class VisualBertSelfAttentionImpl : public torch::nn::Module {
public:
    explicit VisualBertSelfAttentionImpl(const VisualBertConfig& config);

    /// @param hidden (B, L, hidden). @param mask what is added to the scores, broadcast to (B, heads, L, L), or
    /// undefined. @param headMask multiplied to the probabilities, broadcast likewise, or undefined.
    /// @returns the context (B, L, hidden) and, when wanted, the probabilities (B, heads, L, L).
    std::pair<at::Tensor, at::Tensor> forward(const at::Tensor& hidden, const at::Tensor& mask,
                                              const at::Tensor& headMask, bool wantProbabilities);

    std::int64_t headCount() const { return m_heads; }
    std::int64_t headSize() const { return m_headSize; }

    torch::nn::Linear query{nullptr};
    torch::nn::Linear key{nullptr};
    torch::nn::Linear value{nullptr};
    torch::nn::Dropout dropout{nullptr};

private:
    at::Tensor splitHeads(const at::Tensor& x) const;

    std::int64_t m_heads;
    std::int64_t m_headSize;
};
TORCH_MODULE(VisualBertSelfAttention);

/// A dense layer, the residual connection and its LayerNorm: the end of both halves of a layer.
class VisualBertResidualOutputImpl : public torch::nn::Module {
public:
    VisualBertResidualOutputImpl(std::int64_t inputSize, const VisualBertConfig& config);

    /// LayerNorm(dense(hidden) + residual).
    at::Tensor forward(const at::Tensor& hidden, const at::Tensor& residual);

    torch::nn::Linear dense{nullptr};
    torch::nn::LayerNorm LayerNorm{nullptr};
    torch::nn::Dropout dropout{nullptr};
};
TORCH_MODULE(VisualBertResidualOutput);

/// Self-attention with its output layer.
class VisualBertAttentionImpl : public torch::nn::Module {
public:
    explicit VisualBertAttentionImpl(const VisualBertConfig& config);

    /// As VisualBertSelfAttention, the first of the pair after output.
    std::pair<at::Tensor, at::Tensor> forward(const at::Tensor& hidden, const at::Tensor& mask,
                                              const at::Tensor& headMask, bool wantProbabilities);

    VisualBertSelfAttention self{nullptr};
    VisualBertResidualOutput output{nullptr};
};
TORCH_MODULE(VisualBertAttention);

} // namespace vbs
