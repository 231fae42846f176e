#include "core/nn/visual_bert/visual_bert_embeddings.h"

#include "core/nn/visual_bert/deferred_weights.h"
#include "core/nn/visual_bert/visual_bert_input_checks.h"

#include <torch/types.h>

namespace vbs {

VisualBertEmbeddingsImpl::VisualBertEmbeddingsImpl(const VisualBertConfig& config)
{
    const std::int64_t hidden = config.hidden_size;
    auto words = torch::nn::EmbeddingOptions(config.vocab_size, hidden);
    if (config.pad_token_id)
        words.padding_idx(*config.pad_token_id);
    word_embeddings = register_module("word_embeddings", makeEmbedding(words));
    position_embeddings = register_module("position_embeddings", makeEmbedding(config.max_position_embeddings, hidden));
    token_type_embeddings = register_module("token_type_embeddings", makeEmbedding(config.type_vocab_size, hidden));
    LayerNorm = register_module("LayerNorm",
                                torch::nn::LayerNorm(torch::nn::LayerNormOptions({hidden}).eps(config.layer_norm_eps)));
    dropout = register_module("dropout", torch::nn::Dropout(config.hidden_dropout_prob));
    visual_token_type_embeddings =
        register_module("visual_token_type_embeddings", makeEmbedding(config.type_vocab_size, hidden));
    visual_position_embeddings =
        register_module("visual_position_embeddings", makeEmbedding(config.max_position_embeddings, hidden));
    visual_projection = register_module("visual_projection", makeLinear(config.visual_embedding_dim, hidden));
}

at::Tensor VisualBertEmbeddingsImpl::embedText(const VisualBertInputs& inputs)
{
    at::Tensor embeddings = inputs.inputs_embeds.defined() ? inputs.inputs_embeds : word_embeddings(inputs.input_ids);
    const std::int64_t length = embeddings.size(1);
    // One row for all tokens is added by broadcasting; the gradient is the same as that of a look-up.
    embeddings = embeddings + (inputs.token_type_ids.defined() ? token_type_embeddings(inputs.token_type_ids)
                                                               : token_type_embeddings->weight.select(0, 0));
    return embeddings + (inputs.position_ids.defined() ? position_embeddings(inputs.position_ids)
                                                       : position_embeddings->weight.narrow(0, 0, length));
}

/// The mean of the text's position rows over the entries that are not -1; a region without any gets 0.
at::Tensor VisualBertEmbeddingsImpl::meanAlignedPositions(const at::Tensor& image_text_alignment, std::int64_t regions)
{
    const at::Tensor alignment = image_text_alignment.narrow(1, 0, regions); // [batch, region, entry]
    const at::Tensor present = alignment.ne(-1);
    const at::Tensor weight = present.to(position_embeddings->weight.scalar_type()).unsqueeze(-1);
    const at::Tensor rows = position_embeddings(alignment.clamp_min(0)); // [batch, region, entry, hidden]
    return (rows * weight).sum(2) / weight.sum(2).clamp_min(1);
}

void VisualBertEmbeddingsImpl::packForInference(at::ScalarType type)
{
    m_packed.emplace(visual_projection->weight, visual_projection->bias, type);
}

void VisualBertEmbeddingsImpl::dropPacked()
{
    m_packed.reset();
}

at::Tensor VisualBertEmbeddingsImpl::project(const at::Tensor& visual_embeds)
{
    if (!m_packed || at::GradMode::is_enabled() || !visual_embeds.device().is_cpu())
        return visual_projection(visual_embeds);
    const at::Tensor rows = visual_embeds.flatten(0, 1).to(m_packed->type());
    return m_packed->forward(rows, at::kFloat)
        .view({visual_embeds.size(0), visual_embeds.size(1), visual_projection->weight.size(0)});
}

at::Tensor VisualBertEmbeddingsImpl::embedRegions(const VisualBertInputs& inputs)
{
    at::Tensor embeddings = project(inputs.visual_embeds); // [batch, region, hidden]
    embeddings = embeddings + (inputs.visual_token_type_ids.defined()
                                   ? visual_token_type_embeddings(inputs.visual_token_type_ids)
                                   : visual_token_type_embeddings->weight.select(0, 1));
    // The reference reads row 0 for every region; the other rows never act.
    embeddings = embeddings + visual_position_embeddings->weight.select(0, 0);
    if (inputs.image_text_alignment.defined())
        embeddings = embeddings + meanAlignedPositions(inputs.image_text_alignment, embeddings.size(1));
    return embeddings;
}

at::Tensor VisualBertEmbeddingsImpl::forward(const VisualBertInputs& inputs)
{
    checkEmbeddingInputs(inputs, *this);
    at::Tensor embeddings = embedText(inputs);
    if (inputs.visual_embeds.defined())
        embeddings = at::cat({embeddings, embedRegions(inputs)}, 1);
    return dropout(LayerNorm(embeddings));
}

} // namespace vbs
