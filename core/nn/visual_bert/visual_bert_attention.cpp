#include "core/nn/visual_bert/visual_bert_attention.h"

#include "core/nn/visual_bert/deferred_weights.h"

#include <cmath>

#include <torch/types.h>

namespace vbs {

VisualBertSelfAttentionImpl::VisualBertSelfAttentionImpl(const VisualBertConfig& config)
    : m_heads(config.num_attention_heads), m_headSize(config.attentionHeadSize())
{
    query = register_module("query", makeLinear(config.hidden_size, config.hidden_size));
    key = register_module("key", makeLinear(config.hidden_size, config.hidden_size));
    value = register_module("value", makeLinear(config.hidden_size, config.hidden_size));
    dropout = register_module("dropout", torch::nn::Dropout(config.attention_probs_dropout_prob));
}

/// [batch, token, hidden] -> [batch, head, token, size], a view.
at::Tensor VisualBertSelfAttentionImpl::splitHeads(const at::Tensor& x) const
{
    return x.view({x.size(0), x.size(1), m_heads, m_headSize}).transpose(1, 2);
}

std::pair<at::Tensor, at::Tensor> VisualBertSelfAttentionImpl::forward(const at::Tensor& hidden, const at::Tensor& mask,
                                                                       const at::Tensor& headMask,
                                                                       bool wantProbabilities)
{
    // Scaling the queries is cheaper than scaling the scores, and the same but for rounding.
    const at::Tensor queries = splitHeads(query(hidden)) * (1.0 / std::sqrt(static_cast<double>(m_headSize)));
    const at::Tensor keys = splitHeads(key(hidden));
    const at::Tensor values = splitHeads(value(hidden));
    at::Tensor scores = at::matmul(queries, keys.transpose(-1, -2)); // [batch, head, query, key]
    if (mask.defined())
        scores.add_(mask); // the product's gradient does not need the product
    at::Tensor probabilities = dropout(at::softmax(scores, -1));
    scores.reset();
    if (headMask.defined())
        probabilities = probabilities * headMask;
    at::Tensor context = at::matmul(probabilities, values).transpose(1, 2); // [batch, query, head, size]
    context = context.reshape({hidden.size(0), hidden.size(1), m_heads * m_headSize});
    return {std::move(context), wantProbabilities ? std::move(probabilities) : at::Tensor()};
}

VisualBertResidualOutputImpl::VisualBertResidualOutputImpl(std::int64_t inputSize, const VisualBertConfig& config)
{
    dense = register_module("dense", makeLinear(inputSize, config.hidden_size));
    LayerNorm = register_module(
        "LayerNorm",
        torch::nn::LayerNorm(torch::nn::LayerNormOptions({config.hidden_size}).eps(config.layer_norm_eps)));
    dropout = register_module("dropout", torch::nn::Dropout(config.hidden_dropout_prob));
}

at::Tensor VisualBertResidualOutputImpl::forward(const at::Tensor& hidden, const at::Tensor& residual)
{
    return LayerNorm(dropout(dense(hidden)).add_(residual));
}

VisualBertAttentionImpl::VisualBertAttentionImpl(const VisualBertConfig& config)
{
    self = register_module("self", VisualBertSelfAttention(config));
    output = register_module("output", VisualBertResidualOutput(config.hidden_size, config));
}

std::pair<at::Tensor, at::Tensor> VisualBertAttentionImpl::forward(const at::Tensor& hidden, const at::Tensor& mask,
                                                                   const at::Tensor& headMask, bool wantProbabilities)
{
    auto [context, probabilities] = self(hidden, mask, headMask, wantProbabilities);
    return {output(context, hidden), std::move(probabilities)};
}

} // namespace vbs
