#include "core/nn/visual_bert/inference_encoder.h"

#include <cmath>

#include <torch/types.h>

namespace vbs {

namespace {

/// Query, key and value as one (3 * hidden, hidden) layer. The queries' scale is folded in.
PackedLinear fuseProjections(const VisualBertSelfAttentionImpl& attention, at::ScalarType type)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(attention.headSize()));
    const at::Tensor weight =
        at::cat({attention.query->weight * scale, attention.key->weight, attention.value->weight});
    const at::Tensor bias = at::cat({attention.query->bias * scale, attention.key->bias, attention.value->bias});
    return {weight, bias, type};
}

PackedLinear pack(const torch::nn::Linear& linear, at::ScalarType type)
{
    return {linear->weight, linear->bias, type};
}

} // namespace

InferenceEncoder::InferenceEncoder(VisualBertEncoderImpl& encoder, const std::string& hiddenAct, at::ScalarType type)
    : m_type(type), m_exactGelu(hiddenAct == "gelu" || hiddenAct == "gelu_python"),
      m_activation(activationByName(hiddenAct)),
      m_attention(encoder.at(0).attention->self->headCount(), encoder.at(0).attention->self->headSize())
{
    const torch::NoGradGuard noGrad;
    for (std::size_t i = 0; i < encoder.size(); ++i) {
        const VisualBertLayer& layer = encoder.layerAt(i);
        m_layers.push_back({fuseProjections(*layer->attention->self, type), pack(layer->attention->output->dense, type),
                            pack(layer->intermediate->dense, type), pack(layer->output->dense, type), layer});
    }
}

at::Tensor InferenceEncoder::normalize(const at::Tensor& x, const torch::nn::LayerNorm& norm) const
{
    return at::layer_norm(x, norm->options.normalized_shape(), norm->weight, norm->bias, norm->options.eps());
}

at::Tensor InferenceEncoder::intermediateOf(const Layer& layer, const at::Tensor& x) const
{
    if (m_exactGelu)
        return layer.intermediate.forwardGelu(x, m_type);
    return m_activation(layer.intermediate.forward(x, at::kFloat)).to(m_type);
}

VisualBertEncoderOutput InferenceEncoder::forward(at::Tensor hidden, const at::Tensor& mask, bool outputAttentions,
                                                  bool outputHiddenStates) const
{
    const std::int64_t batch = hidden.size(0), length = hidden.size(1), width = hidden.size(2);
    VisualBertEncoderOutput result;
    const auto record = [&](const at::Tensor& rows) {
        // The sums below are made in place, so what is handed out must be a copy.
        if (outputHiddenStates)
            result.hidden_states.push_back(rows.reshape({batch, length, width}).clone());
    };
    at::Tensor rows = hidden.reshape({batch * length, width}).clone(); // [batch * token, hidden]
    record(rows);
    for (const Layer& layer : m_layers) {
        const at::Tensor projected = layer.projection.forward(rows.to(m_type), AttentionKernel::projectionType(m_type));
        auto [context, probabilities] =
            m_attention.forward(projected.reshape({batch, length, 3 * width}), mask, outputAttentions);
        layer.attentionOutput.addTo(rows, context.reshape({batch * length, width}).to(m_type));
        rows = normalize(rows, layer.source->attention->output->LayerNorm);
        layer.output.addTo(rows, intermediateOf(layer, rows.to(m_type)));
        rows = normalize(rows, layer.source->output->LayerNorm);
        record(rows);
        if (outputAttentions)
            result.attentions.push_back(probabilities.to(at::kFloat));
    }
    result.last_hidden_state = rows.reshape({batch, length, width});
    return result;
}

} // namespace vbs
