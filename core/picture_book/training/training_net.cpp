#include "core/picture_book/training/training_net.h"

#include <torch/types.h>

namespace vbs {

TrainingNetImpl::TrainingNetImpl(const VisualBertConfig& config, std::int64_t answers)
{
    visual_bert = register_module("visual_bert", VisualBertModel(config));
    const std::int64_t hidden = config.hidden_size;
    vqa = register_module("vqa", torch::nn::Linear(hidden, answers));
    nlvr = register_module("nlvr", torch::nn::Linear(hidden, 2));
    choice = register_module("choice", torch::nn::Linear(hidden, 1));
    attention = register_module("attention", VisualBertRegionToPhraseAttention(config));
    early_attention = register_module("early_attention", VisualBertRegionToPhraseAttention(config));
    cls = register_module("cls", VisualBertPreTrainingHeads(config, visual_bert->embeddings->word_embeddings));
    early_centre = register_module("early_centre", torch::nn::Linear(hidden, 2));
    truth = register_module("truth", torch::nn::Linear(hidden, 2));
    selection = register_module("selection", torch::nn::Linear(hidden, 1));
    counted = register_module("counted", torch::nn::Linear(hidden, 1));
    side_truth = register_module("side_truth", torch::nn::Linear(hidden, 2));
    side_counts = register_module("side_counts", torch::nn::Linear(hidden, 2 * kSideCounts));
}

TrainingNetImpl::Output TrainingNetImpl::run(const TextBatch& text, const RegionBank::Regions& regions)
{
    VisualBertInputs inputs;
    inputs.input_ids = text.inputIds.to(device());
    inputs.attention_mask = text.attentionMask.to(device());
    if (text.tokenTypeIds.defined())
        inputs.token_type_ids = text.tokenTypeIds.to(device());
    inputs.visual_embeds = regions.features.to(device());
    inputs.visual_attention_mask = regions.mask.to(device());
    if (regions.types.defined())
        inputs.visual_token_type_ids = regions.types.to(device());
    inputs.output_hidden_states = true;
    VisualBertOutputs outputs = visual_bert->forward(inputs);
    return {outputs.last_hidden_state, outputs.pooler_output, std::move(outputs.hidden_states), text.inputIds.size(1)};
}

at::Tensor TrainingNetImpl::answerLogits(const Output& output, const TextBatch& text)
{
    const at::Tensor position = text.attentionMask.to(device()).sum(1, true) - 2; // [batch, 1]
    return vqa(gatherPositions(output.sequence, position).squeeze(1));
}

} // namespace vbs
