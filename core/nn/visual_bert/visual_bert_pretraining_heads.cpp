#include "core/nn/visual_bert/visual_bert_pretraining_heads.h"

#include "core/nn/visual_bert/deferred_weights.h"
#include "core/nn/visual_bert/masking.h"

#include <cmath>

#include <torch/types.h>

namespace vbs {

VisualBertPredictionHeadTransformImpl::VisualBertPredictionHeadTransformImpl(const VisualBertConfig& config)
    : m_activation(activationByName(config.hidden_act))
{
    dense = register_module("dense", makeLinear(config.hidden_size, config.hidden_size));
    LayerNorm = register_module(
        "LayerNorm",
        torch::nn::LayerNorm(torch::nn::LayerNormOptions({config.hidden_size}).eps(config.layer_norm_eps)));
}

at::Tensor VisualBertPredictionHeadTransformImpl::forward(const at::Tensor& hidden)
{
    return LayerNorm(m_activation(dense(hidden)));
}

VisualBertLMPredictionHeadImpl::VisualBertLMPredictionHeadImpl(const VisualBertConfig& config,
                                                               const torch::nn::Embedding& tied)
    : m_tied(tied)
{
    bias = register_parameter("bias", makeZeros({config.vocab_size}));
    transform = register_module("transform", VisualBertPredictionHeadTransform(config));
    if (!m_tied) {
        decoder = register_module(
            "decoder", makeLinear(torch::nn::LinearOptions(config.hidden_size, config.vocab_size).bias(false)));
    }
}

at::Tensor VisualBertLMPredictionHeadImpl::forward(const at::Tensor& hidden)
{
    return torch::nn::functional::linear(transform(hidden), m_tied ? m_tied->weight : decoder->weight, bias);
}

VisualBertPreTrainingHeadsImpl::VisualBertPreTrainingHeadsImpl(const VisualBertConfig& config,
                                                               const torch::nn::Embedding& tied)
{
    predictions = register_module("predictions", VisualBertLMPredictionHead(config, tied));
    seq_relationship = register_module("seq_relationship", makeLinear(config.hidden_size, 2));
}

std::pair<at::Tensor, at::Tensor> VisualBertPreTrainingHeadsImpl::forward(const at::Tensor& sequence,
                                                                          const at::Tensor& pooled)
{
    return {predictions(sequence), seq_relationship(pooled)};
}

VisualBertRegionToPhraseAttentionImpl::VisualBertRegionToPhraseAttentionImpl(const VisualBertConfig& config)
    : m_scale(1.0 / std::sqrt(static_cast<double>(config.attentionHeadSize())))
{
    const std::int64_t size = config.attentionHeadSize();
    query = register_module("query", makeLinear(config.hidden_size, size));
    key = register_module("key", makeLinear(config.hidden_size, size));
    value = register_module("value", makeLinear(config.hidden_size, size));
}

at::Tensor VisualBertRegionToPhraseAttentionImpl::forward(const at::Tensor& phrases, const at::Tensor& regions,
                                                          const at::Tensor& mask)
{
    const at::Tensor scores = at::matmul(query(phrases) * m_scale, key(regions).transpose(1, 2));
    return scores + additiveMask(mask.to(scores.scalar_type())).unsqueeze(1); // [batch, phrase, region]
}

} // namespace vbs
