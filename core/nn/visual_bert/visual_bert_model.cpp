#include "core/nn/visual_bert/visual_bert_model.h"

#include "core/nn/first_parameter.h"
#include "core/nn/visual_bert/deferred_weights.h"
#include "core/nn/visual_bert/masking.h"
#include "core/nn/visual_bert/visual_bert_input_checks.h"

#include <torch/types.h>

namespace vbs {

namespace {

void initializeModule(torch::nn::Module& module, double range)
{
    if (auto* linear = module.as<torch::nn::LinearImpl>()) {
        linear->weight.normal_(0, range);
        if (linear->bias.defined())
            linear->bias.zero_();
    } else if (auto* embedding = module.as<torch::nn::EmbeddingImpl>()) {
        embedding->weight.normal_(0, range);
    } else if (auto* norm = module.as<torch::nn::LayerNormImpl>()) {
        norm->weight.fill_(1);
        norm->bias.zero_();
    }
}

} // namespace

VisualBertPreTrainedModel::VisualBertPreTrainedModel(VisualBertConfig config) : m_config(std::move(config))
{
    m_config.validate();
}

void VisualBertPreTrainedModel::packForInference(at::ScalarType type)
{
    apply([type](torch::nn::Module& part) {
        if (auto* embeddings = part.as<VisualBertEmbeddingsImpl>())
            embeddings->packForInference(type);
        else if (auto* encoder = part.as<VisualBertEncoderImpl>())
            encoder->packForInference(type);
    });
}

void VisualBertPreTrainedModel::dropPacked()
{
    apply([](torch::nn::Module& part) {
        if (auto* embeddings = part.as<VisualBertEmbeddingsImpl>())
            embeddings->dropPacked();
        else if (auto* encoder = part.as<VisualBertEncoderImpl>())
            encoder->dropPacked();
    });
}

std::vector<std::string> VisualBertPreTrainedModel::inputNames() const
{
    return {
        "input_ids",     "attention_mask", "token_type_ids",        "position_ids",          "head_mask",
        "inputs_embeds", "visual_embeds",  "visual_attention_mask", "visual_token_type_ids", "image_text_alignment"};
}

at::ScalarType VisualBertPreTrainedModel::inputType() const
{
    return firstParameter(*this).scalar_type();
}

void prepareForInference(VisualBertPreTrainedModel& network, c10::Device device, at::ScalarType type)
{
    if (device.is_cpu()) {
        network.to(device);
        network.packForInference(type);
    } else {
        network.to(device, type);
    }
}

void initializeWeights(torch::nn::Module& module, double range)
{
    if (DeferredWeights::active())
        return;
    torch::NoGradGuard noGrad;
    module.apply([range](torch::nn::Module& part) { initializeModule(part, range); });
}

VisualBertPoolerImpl::VisualBertPoolerImpl(const VisualBertConfig& config)
{
    dense = register_module("dense", makeLinear(config.hidden_size, config.hidden_size));
}

at::Tensor VisualBertPoolerImpl::forward(const at::Tensor& hidden)
{
    return at::tanh(dense(hidden.select(1, 0)));
}

VisualBertModelImpl::VisualBertModelImpl(const VisualBertConfig& config) : VisualBertPreTrainedModel(config)
{
    embeddings = register_module("embeddings", VisualBertEmbeddings(config));
    encoder = register_module("encoder", VisualBertEncoder(config));
    pooler = register_module("pooler", VisualBertPooler(config));
    if (config.bypass_transformer)
        additional_layer = register_module("additional_layer", VisualBertLayer(config));
    initializeWeights(*this, config.initializer_range);
}

at::Tensor VisualBertModelImpl::extendedAttentionMask(const VisualBertInputs& inputs) const
{
    const at::Tensor& weight = embeddings->LayerNorm->weight;
    const bool regions = inputs.visual_embeds.defined();
    const at::Tensor& text = inputs.attention_mask;
    const at::Tensor& visual = inputs.visual_attention_mask;
    if (!text.defined() && !(regions && visual.defined()))
        return {};
    const auto ones = [&](const at::Tensor& like, std::int64_t length) {
        auto sizes = like.sizes().vec();
        sizes.back() = length;
        return at::ones(sizes, weight.options().requires_grad(false));
    };
    at::Tensor mask;
    const auto type = weight.scalar_type();
    if (!regions) {
        mask = text.to(type);
    } else {
        const at::Tensor& tokens = inputs.input_ids.defined() ? inputs.input_ids : inputs.inputs_embeds;
        mask = at::cat({text.defined() ? text.to(type) : ones(visual, tokens.size(1)),
                        visual.defined() ? visual.to(type) : ones(text, inputs.visual_embeds.size(1))},
                       -1);
    }
    if (mask.eq(1).all().item<bool>())
        return {};
    mask = mask.dim() == 3 ? mask.unsqueeze(1) : mask.unsqueeze(1).unsqueeze(1);
    return additiveMask(mask);
}

VisualBertOutputs VisualBertModelImpl::encode(const VisualBertInputs& inputs)
{
    const at::Tensor embedded = embeddings(inputs);
    VisualBertSizes sizes;
    const at::Tensor& tokens = inputs.input_ids.defined() ? inputs.input_ids : inputs.inputs_embeds;
    sizes.batch = tokens.size(0);
    sizes.text = tokens.size(1);
    sizes.regions = inputs.visual_embeds.defined() ? inputs.visual_embeds.size(1) : -1;
    checkMasks(inputs, sizes);
    const at::Tensor mask = extendedAttentionMask(inputs);
    VisualBertOutputs outputs;
    if (config().bypass_transformer && inputs.visual_embeds.defined()) {
        encodeWithBypass(embedded, sizes.text, mask, inputs, outputs);
        return outputs;
    }
    VisualBertEncoderOutput encoded =
        encoder(embedded, mask, inputs.head_mask, inputs.output_attentions, inputs.output_hidden_states);
    outputs.last_hidden_state = std::move(encoded.last_hidden_state);
    outputs.hidden_states = std::move(encoded.hidden_states);
    outputs.attentions = std::move(encoded.attentions);
    return outputs;
}

/// The text alone through the encoder, then text and regions through the additional layer. (The reference means
/// this, but cannot run it.)
void VisualBertModelImpl::encodeWithBypass(const at::Tensor& embedded, std::int64_t textLength, const at::Tensor& mask,
                                           const VisualBertInputs& inputs, VisualBertOutputs& outputs)
{
    at::Tensor textMask = mask;
    if (textMask.defined()) {
        textMask = textMask.narrow(3, 0, textLength);
        if (textMask.size(2) > 1)
            textMask = textMask.narrow(2, 0, textLength);
    }
    VisualBertEncoderOutput encoded = encoder(embedded.narrow(1, 0, textLength), textMask, inputs.head_mask,
                                              inputs.output_attentions, inputs.output_hidden_states);
    const at::Tensor regions = embedded.narrow(1, textLength, embedded.size(1) - textLength);
    auto [hidden, attention] = additional_layer(at::cat({encoded.last_hidden_state, regions}, 1), mask, at::Tensor(),
                                                inputs.output_attentions);
    outputs.last_hidden_state = std::move(hidden);
    outputs.additional_layer_attention = std::move(attention);
    outputs.hidden_states = std::move(encoded.hidden_states);
    outputs.attentions = std::move(encoded.attentions);
}

VisualBertOutputs VisualBertModelImpl::forward(const VisualBertInputs& inputs)
{
    VisualBertOutputs outputs = encode(inputs);
    outputs.pooler_output = pooler(outputs.last_hidden_state);
    return outputs;
}

} // namespace vbs
