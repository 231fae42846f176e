#pragma once

#include "core/nn/visual_bert/visual_bert_model.h"
#include "core/nn/visual_bert/visual_bert_pretraining_heads.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

// Each task class can be made with a trunk of its own (from the config alone) or around an existing one, which it
// then shares: only the new parts get starting weights. Their members are the state dict's names, and the parts of a
// head may be called on hidden states directly.

namespace vbs {

/// Picks an answer. Needs attention_mask (B, T) of whole numbers.
/// labels: (B, labels) scores of the answers, 0..1. logits: (B, labels), and log probabilities when labels are given
/// (as in the reference). loss: the KL divergence summed over answers, averaged over samples.
class VisualBertForQuestionAnsweringImpl : public VisualBertPreTrainedModel {
public:
    explicit VisualBertForQuestionAnsweringImpl(const VisualBertConfig& config);
    VisualBertForQuestionAnsweringImpl(const VisualBertConfig& config, VisualBertModel trunk);
    VisualBertOutputs forward(const VisualBertInputs& inputs) override;
    VisualBertOutputs readStates(const at::Tensor& states, const VisualBertInputs& inputs) override;
    std::vector<std::string> inputNames() const override;
    std::vector<std::string> requiredInputNames() const override { return {"attention_mask"}; }

    /// The head alone: (B, L, hidden) and the text's mask (B, T) -> plain logits (B, labels).
    at::Tensor classify(const at::Tensor& sequence, const at::Tensor& attention_mask);

    VisualBertModel visual_bert{nullptr};
    torch::nn::Dropout dropout{nullptr};
    torch::nn::Linear cls{nullptr};
};
TORCH_MODULE(VisualBertForQuestionAnswering);

/// Decides about a statement on one or two pictures (NLVR2: visual_token_type_ids tell them apart).
/// labels: (B) class numbers. logits: (B, labels). loss: mean cross-entropy.
class VisualBertForVisualReasoningImpl : public VisualBertPreTrainedModel {
public:
    explicit VisualBertForVisualReasoningImpl(const VisualBertConfig& config);
    VisualBertForVisualReasoningImpl(const VisualBertConfig& config, VisualBertModel trunk);
    VisualBertOutputs forward(const VisualBertInputs& inputs) override;
    VisualBertOutputs readStates(const at::Tensor& states, const VisualBertInputs& inputs) override;
    std::vector<std::string> inputNames() const override;

    VisualBertModel visual_bert{nullptr};
    torch::nn::Dropout dropout{nullptr};
    torch::nn::Linear cls{nullptr}; ///< on the dropped-out pooler_output
};
TORCH_MODULE(VisualBertForVisualReasoning);

/// Scores several texts for one picture (VCR). Inputs are (B, choices, ...), see VisualBertInputs.
/// labels: (B) the right choice. logits: (B, choices). loss: mean cross-entropy.
class VisualBertForMultipleChoiceImpl : public VisualBertPreTrainedModel {
public:
    explicit VisualBertForMultipleChoiceImpl(const VisualBertConfig& config);
    VisualBertForMultipleChoiceImpl(const VisualBertConfig& config, VisualBertModel trunk);
    VisualBertOutputs forward(const VisualBertInputs& inputs) override;
    VisualBertOutputs readStates(const at::Tensor& states, const VisualBertInputs& inputs) override;
    std::vector<std::string> inputNames() const override;

    VisualBertModel visual_bert{nullptr};
    torch::nn::Dropout dropout{nullptr};
    torch::nn::Linear cls{nullptr}; ///< one score, on the dropped-out pooler_output
};
TORCH_MODULE(VisualBertForMultipleChoice);

/// Fills masked words and tells whether text and picture belong together.
/// The vocabulary's scores cost as much as several layers; prediction_positions (B, P) asks for them there alone.
/// labels: (B, T+V), or (B, P) with prediction_positions: word ids, -100 where nothing is asked. sentence_image_labels:
/// (B), 0 for a match. loss: the sum of two mean cross-entropies, or the words' alone; none for sentence_image_labels
/// alone (as in the reference). The decoder is the word table unless tie_word_embeddings is false.
class VisualBertForPreTrainingImpl : public VisualBertPreTrainedModel {
public:
    explicit VisualBertForPreTrainingImpl(const VisualBertConfig& config);
    VisualBertForPreTrainingImpl(const VisualBertConfig& config, VisualBertModel trunk);
    VisualBertOutputs forward(const VisualBertInputs& inputs) override;
    VisualBertOutputs readStates(const at::Tensor& states, const VisualBertInputs& inputs) override;
    std::vector<std::string> inputNames() const override;

    VisualBertModel visual_bert{nullptr};
    VisualBertPreTrainingHeads cls{nullptr};
};
TORCH_MODULE(VisualBertForPreTraining);

/// Finds the regions that phrases speak of. Needs both masks and region_to_phrase_position (B, P).
/// labels: (B, P, V) target probabilities. logits: (B, P, V) scores before the softmax. loss: the KL divergence summed
/// over phrases and regions, averaged over samples. cls only keeps its place in the file.
class VisualBertForRegionToPhraseAlignmentImpl : public VisualBertPreTrainedModel {
public:
    explicit VisualBertForRegionToPhraseAlignmentImpl(const VisualBertConfig& config);
    VisualBertForRegionToPhraseAlignmentImpl(const VisualBertConfig& config, VisualBertModel trunk);
    VisualBertOutputs forward(const VisualBertInputs& inputs) override;
    VisualBertOutputs readStates(const at::Tensor& states, const VisualBertInputs& inputs) override;
    std::vector<std::string> inputNames() const override;
    std::vector<std::string> requiredInputNames() const override;

    VisualBertModel visual_bert{nullptr};
    VisualBertPreTrainingHeads cls{nullptr};
    VisualBertRegionToPhraseAttention attention{nullptr};
};
TORCH_MODULE(VisualBertForRegionToPhraseAlignment);

/// Sum over everything of y (ln y - log p), divided by the first size; terms with y = 0 count 0.
/// Hugging Face's KLDivLoss(reduction="batchmean").
at::Tensor klDivergenceBatchMean(const at::Tensor& logProbabilities, const at::Tensor& labels);

/// (B, L, hidden) and positions (B, P) -> (B, P, hidden); -1 reads position 0.
at::Tensor gatherPositions(const at::Tensor& sequence, const at::Tensor& positions);

/// The class names that makeVisualBert knows.
std::vector<std::string> visualBertArchitectures();

/// A network of the named class with starting weights, in training mode.
/// @throws Error (UnsupportedFormat) that lists the known names; (InvalidArgument) for a bad config.
std::shared_ptr<VisualBertPreTrainedModel> makeVisualBert(std::string_view architecture,
                                                          const VisualBertConfig& config);

/// The same around an existing trunk; not for VisualBertModel, which is one.
std::shared_ptr<VisualBertPreTrainedModel> makeVisualBert(std::string_view architecture, const VisualBertConfig& config,
                                                          VisualBertModel trunk);

} // namespace vbs
