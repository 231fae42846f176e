#pragma once

#include "core/nn/visual_bert/activation.h"
#include "core/nn/visual_bert/visual_bert_config.h"

#include <torch/nn/modules/embedding.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>

#include <utility>

namespace vbs {

/// dense, hidden_act, LayerNorm: what comes before the decoder.
class VisualBertPredictionHeadTransformImpl : public torch::nn::Module {
public:
    explicit VisualBertPredictionHeadTransformImpl(const VisualBertConfig& config);
    at::Tensor forward(const at::Tensor& hidden);

    torch::nn::Linear dense{nullptr};
    torch::nn::LayerNorm LayerNorm{nullptr};

private:
    Activation m_activation;
};
TORCH_MODULE(VisualBertPredictionHeadTransform);

/// Scores of all words at each position. Its decoder is a table of its own (registered as decoder.weight) or shares
/// the word embeddings, which are then read at each call and registered by their owner only.
class VisualBertLMPredictionHeadImpl : public torch::nn::Module {
public:
    /// @param tied the word embeddings to share, or null for a decoder of its own.
    VisualBertLMPredictionHeadImpl(const VisualBertConfig& config, const torch::nn::Embedding& tied);

    /// (..., hidden) -> (..., vocabulary).
    at::Tensor forward(const at::Tensor& hidden);

    VisualBertPredictionHeadTransform transform{nullptr};
    torch::nn::Linear decoder{nullptr}; ///< null when tied
    at::Tensor bias;

private:
    torch::nn::Embedding m_tied;
};
TORCH_MODULE(VisualBertLMPredictionHead);

/// The masked-word and the sentence-image head.
class VisualBertPreTrainingHeadsImpl : public torch::nn::Module {
public:
    /// @param tied as for VisualBertLMPredictionHead.
    VisualBertPreTrainingHeadsImpl(const VisualBertConfig& config, const torch::nn::Embedding& tied);

    /// (B, L, hidden) and (B, hidden) -> word scores (B, L, vocabulary) and match scores (B, 2).
    std::pair<at::Tensor, at::Tensor> forward(const at::Tensor& sequence, const at::Tensor& pooled);

    VisualBertLMPredictionHead predictions{nullptr};
    torch::nn::Linear seq_relationship{nullptr};
};
TORCH_MODULE(VisualBertPreTrainingHeads);

/// Scores of regions for phrases: one attention head without the softmax. value exists for the file's sake.
class VisualBertRegionToPhraseAttentionImpl : public torch::nn::Module {
public:
    explicit VisualBertRegionToPhraseAttentionImpl(const VisualBertConfig& config);

    /// @param phrases (B, P, hidden). @param regions (B, V, hidden). @param mask (B, V), 1 for real regions.
    /// @returns (B, P, V); masked regions score near the smallest finite number.
    at::Tensor forward(const at::Tensor& phrases, const at::Tensor& regions, const at::Tensor& mask);

    torch::nn::Linear query{nullptr};
    torch::nn::Linear key{nullptr};
    torch::nn::Linear value{nullptr};

private:
    double m_scale;
};
TORCH_MODULE(VisualBertRegionToPhraseAttention);

} // namespace vbs
