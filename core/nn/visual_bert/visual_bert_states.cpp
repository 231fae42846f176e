#include "core/nn/visual_bert/visual_bert_tasks.h"

#include <torch/types.h>

namespace vbs {

VisualBertOutputs VisualBertPreTrainedModel::readStates(const at::Tensor&, const VisualBertInputs&)
{
    return {};
}

VisualBertOutputs VisualBertForQuestionAnsweringImpl::readStates(const at::Tensor& states,
                                                                 const VisualBertInputs& inputs)
{
    VisualBertOutputs outputs;
    outputs.logits = classify(states, inputs.attention_mask);
    return outputs;
}

VisualBertOutputs VisualBertForVisualReasoningImpl::readStates(const at::Tensor& states, const VisualBertInputs&)
{
    VisualBertOutputs outputs;
    outputs.logits = cls(visual_bert->pooler(states));
    return outputs;
}

VisualBertOutputs VisualBertForMultipleChoiceImpl::readStates(const at::Tensor& states, const VisualBertInputs& inputs)
{
    VisualBertOutputs outputs;
    outputs.logits = cls(visual_bert->pooler(states)).view({-1, inputs.input_ids.size(1)});
    return outputs;
}

VisualBertOutputs VisualBertForPreTrainingImpl::readStates(const at::Tensor& states, const VisualBertInputs& inputs)
{
    VisualBertOutputs outputs;
    std::tie(outputs.prediction_logits, outputs.seq_relationship_logits) =
        cls(inputs.prediction_positions.defined() ? gatherPositions(states, inputs.prediction_positions) : states,
            visual_bert->pooler(states));
    return outputs;
}

VisualBertOutputs VisualBertForRegionToPhraseAlignmentImpl::readStates(const at::Tensor& states,
                                                                       const VisualBertInputs& inputs)
{
    const std::int64_t regions = inputs.visual_embeds.size(1);
    VisualBertOutputs outputs;
    outputs.logits = attention(gatherPositions(states, inputs.region_to_phrase_position),
                               states.narrow(1, states.size(1) - regions, regions), inputs.visual_attention_mask);
    return outputs;
}

} // namespace vbs
