#include "core/nn/visual_bert/visual_bert_encoder.h"

#include "core/base/error.h"
#include "core/nn/visual_bert/deferred_weights.h"
#include "core/nn/visual_bert/inference_encoder.h"

#include <torch/types.h>

namespace vbs {

VisualBertIntermediateImpl::VisualBertIntermediateImpl(const VisualBertConfig& config)
    : m_activation(activationByName(config.hidden_act))
{
    dense = register_module("dense", makeLinear(config.hidden_size, config.intermediate_size));
}

at::Tensor VisualBertIntermediateImpl::forward(const at::Tensor& hidden)
{
    return m_activation(dense(hidden));
}

VisualBertLayerImpl::VisualBertLayerImpl(const VisualBertConfig& config)
{
    attention = register_module("attention", VisualBertAttention(config));
    intermediate = register_module("intermediate", VisualBertIntermediate(config));
    output = register_module("output", VisualBertResidualOutput(config.intermediate_size, config));
}

std::pair<at::Tensor, at::Tensor> VisualBertLayerImpl::forward(const at::Tensor& hidden, const at::Tensor& mask,
                                                               const at::Tensor& headMask, bool wantProbabilities)
{
    auto [attended, probabilities] = attention(hidden, mask, headMask, wantProbabilities);
    return {output(intermediate(attended), attended), std::move(probabilities)};
}

VisualBertEncoderImpl::VisualBertEncoderImpl(const VisualBertConfig& config) : m_hiddenAct(config.hidden_act)
{
    register_module("layer", layer);
    for (std::int64_t i = 0; i < config.num_hidden_layers; ++i) {
        m_layers.emplace_back(config);
        layer->push_back(m_layers.back());
    }
}

VisualBertEncoderImpl::~VisualBertEncoderImpl() = default;

void VisualBertEncoderImpl::packForInference(at::ScalarType type)
{
    m_packed.reset();
    if (!m_layers.empty())
        m_packed = std::make_unique<InferenceEncoder>(*this, m_hiddenAct, type);
}

void VisualBertEncoderImpl::dropPacked()
{
    m_packed.reset();
}

namespace {

/// (heads) or (layers, heads) -> (layers or 1, 1, heads, 1, 1) in the type of the hidden states.
at::Tensor spreadHeadMask(const at::Tensor& headMask, const at::Tensor& hidden, std::int64_t layers, std::int64_t heads)
{
    const bool fits = (headMask.dim() == 1 && headMask.size(0) == heads) ||
                      (headMask.dim() == 2 && headMask.size(0) == layers && headMask.size(1) == heads);
    if (!fits) {
        throw Error(ErrorCode::Mismatch,
                    sentence("The input head_mask must have the shape (%1) or (%2, %3).", heads, layers, heads));
    }
    return headMask.to(hidden.scalar_type()).reshape({-1, 1, heads, 1, 1});
}

} // namespace

VisualBertEncoderOutput VisualBertEncoderImpl::forward(at::Tensor hidden, const at::Tensor& mask,
                                                       const at::Tensor& headMask, bool outputAttentions,
                                                       bool outputHiddenStates)
{
    if (m_packed && !at::GradMode::is_enabled() && !headMask.defined() && hidden.device().is_cpu())
        return m_packed->forward(std::move(hidden), mask, outputAttentions, outputHiddenStates);
    VisualBertEncoderOutput result;
    at::Tensor spread;
    if (headMask.defined() && !m_layers.empty()) {
        spread = spreadHeadMask(headMask, hidden, static_cast<std::int64_t>(m_layers.size()),
                                m_layers.front()->attention->self->headCount());
    }
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        if (outputHiddenStates)
            result.hidden_states.push_back(hidden);
        const std::int64_t row = spread.defined() && spread.size(0) > 1 ? static_cast<std::int64_t>(i) : 0;
        auto [next, probabilities] =
            m_layers[i](hidden, mask, spread.defined() ? spread.select(0, row) : spread, outputAttentions);
        hidden = std::move(next);
        if (outputAttentions)
            result.attentions.push_back(std::move(probabilities));
    }
    if (outputHiddenStates)
        result.hidden_states.push_back(hidden);
    result.last_hidden_state = std::move(hidden);
    return result;
}

} // namespace vbs
