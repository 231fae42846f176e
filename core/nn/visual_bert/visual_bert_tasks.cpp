#include "core/nn/visual_bert/visual_bert_tasks.h"

#include "core/base/error.h"
#include "core/checkpoint/tensor_text.h"
#include "core/nn/visual_bert/deferred_weights.h"
#include "core/nn/visual_bert/visual_bert_input_checks.h"

#include <array>

#include <torch/nn/functional/loss.h>
#include <torch/types.h>

namespace vbs {

namespace F = torch::nn::functional;

namespace {

std::vector<std::string> plus(std::vector<std::string> names, std::initializer_list<const char*> more)
{
    names.insert(names.end(), more.begin(), more.end());
    return names;
}

/// A task's outputs do not repeat the trunk's.
VisualBertOutputs withoutTrunkFields(VisualBertOutputs outputs)
{
    outputs.last_hidden_state.reset();
    outputs.pooler_output.reset();
    return outputs;
}

void checkLabelShape(const char* name, const at::Tensor& labels, at::IntArrayRef wanted)
{
    if (labels.sizes() != wanted) {
        throw Error(ErrorCode::Mismatch, sentence("The input %1 has the shape %2; it must be %3.", name,
                                                  shapeText(labels.sizes()), shapeText(wanted)));
    }
}

/// Target probabilities in the type of the scores.
at::Tensor softLabels(const at::Tensor& labels, const at::Tensor& scores)
{
    checkLabelShape("labels", labels, scores.sizes());
    return labels.to(scores.scalar_type());
}

/// Mean cross-entropy over (N, classes) with class numbers; -100 is ignored, and all ignored gives NaN.
at::Tensor crossEntropy(const char* name, const at::Tensor& logits, const at::Tensor& labels)
{
    const std::int64_t classes = logits.size(-1);
    const at::Tensor ids = labels.reshape(-1);
    checkLabelShape(name, ids, {logits.numel() / classes});
    const at::Tensor asked = ids.masked_select(ids.ne(-100));
    checkIndices(name, asked, 0, classes - 1);
    return F::cross_entropy(logits.reshape({-1, classes}), ids.to(at::kLong));
}

/// The rows of (B, L, hidden) at positions (B, P), or all of them without positions.
at::Tensor positionsAsked(const at::Tensor& sequence, const at::Tensor& positions)
{
    if (!positions.defined())
        return sequence;
    if (positions.dim() != 2 || positions.size(0) != sequence.size(0)) {
        throw Error(ErrorCode::Mismatch,
                    sentence("The input prediction_positions has the shape %1; it must be (%2, positions).",
                             shapeText(positions.sizes()), sequence.size(0)));
    }
    checkIndices("prediction_positions", positions, 0, sequence.size(1) - 1);
    return gatherPositions(sequence, positions);
}

/// (B, choices, ...) -> (B * choices, ...).
at::Tensor flattenChoices(const at::Tensor& tensor)
{
    return tensor.defined() ? tensor.flatten(0, 1) : tensor;
}

} // namespace

at::Tensor klDivergenceBatchMean(const at::Tensor& logProbabilities, const at::Tensor& labels)
{
    return F::kl_div(logProbabilities, labels, F::KLDivFuncOptions(torch::kBatchMean));
}

at::Tensor gatherPositions(const at::Tensor& sequence, const at::Tensor& positions)
{
    const at::Tensor index = positions.to(at::kLong).clamp_min(0).unsqueeze(-1);
    return sequence.gather(1, index.expand({-1, -1, sequence.size(2)}));
}

VisualBertForQuestionAnsweringImpl::VisualBertForQuestionAnsweringImpl(const VisualBertConfig& config)
    : VisualBertForQuestionAnsweringImpl(config, VisualBertModel(config))
{
}

VisualBertForQuestionAnsweringImpl::VisualBertForQuestionAnsweringImpl(const VisualBertConfig& config,
                                                                       VisualBertModel trunk)
    : VisualBertPreTrainedModel(config)
{
    visual_bert = register_module("visual_bert", std::move(trunk));
    dropout = register_module("dropout", torch::nn::Dropout(config.hidden_dropout_prob));
    cls = register_module("cls", makeLinear(config.hidden_size, config.numLabels()));
    initializeWeights(*cls, config.initializer_range);
}

std::vector<std::string> VisualBertForQuestionAnsweringImpl::inputNames() const
{
    return plus(VisualBertPreTrainedModel::inputNames(), {"labels"});
}

at::Tensor VisualBertForQuestionAnsweringImpl::classify(const at::Tensor& sequence, const at::Tensor& attention_mask)
{
    // The last word piece before the final [SEP], if padding is on the right.
    const at::Tensor position = attention_mask.sum(1, true).to(at::kLong) - 2;
    checkIndices("attention_mask (its sum less 2)", position, 0, sequence.size(1) - 1);
    return cls(dropout(gatherPositions(sequence, position).squeeze(1)));
}

VisualBertOutputs VisualBertForQuestionAnsweringImpl::forward(const VisualBertInputs& inputs)
{
    requireInput("VisualBertForQuestionAnswering", "attention_mask", inputs.attention_mask);
    if (inputs.attention_mask.dim() != 2 || inputs.attention_mask.is_floating_point()) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("VisualBertForQuestionAnswering needs the input attention_mask as "
                             "(batch, tokens) of whole numbers."));
    }
    VisualBertOutputs outputs = visual_bert->encode(inputs);
    outputs.logits = classify(outputs.last_hidden_state, inputs.attention_mask);
    if (inputs.labels.defined()) {
        outputs.logits = at::log_softmax(outputs.logits, -1);
        outputs.loss = klDivergenceBatchMean(outputs.logits, softLabels(inputs.labels, outputs.logits));
    }
    return withoutTrunkFields(std::move(outputs));
}

VisualBertForVisualReasoningImpl::VisualBertForVisualReasoningImpl(const VisualBertConfig& config)
    : VisualBertForVisualReasoningImpl(config, VisualBertModel(config))
{
}

VisualBertForVisualReasoningImpl::VisualBertForVisualReasoningImpl(const VisualBertConfig& config,
                                                                   VisualBertModel trunk)
    : VisualBertPreTrainedModel(config)
{
    visual_bert = register_module("visual_bert", std::move(trunk));
    dropout = register_module("dropout", torch::nn::Dropout(config.hidden_dropout_prob));
    cls = register_module("cls", makeLinear(config.hidden_size, config.numLabels()));
    initializeWeights(*cls, config.initializer_range);
}

std::vector<std::string> VisualBertForVisualReasoningImpl::inputNames() const
{
    return plus(VisualBertPreTrainedModel::inputNames(), {"labels"});
}

VisualBertOutputs VisualBertForVisualReasoningImpl::forward(const VisualBertInputs& inputs)
{
    VisualBertOutputs outputs = visual_bert->forward(inputs);
    outputs.logits = cls(dropout(outputs.pooler_output));
    if (inputs.labels.defined())
        outputs.loss = crossEntropy("labels", outputs.logits, inputs.labels);
    return withoutTrunkFields(std::move(outputs));
}

VisualBertForMultipleChoiceImpl::VisualBertForMultipleChoiceImpl(const VisualBertConfig& config)
    : VisualBertForMultipleChoiceImpl(config, VisualBertModel(config))
{
}

VisualBertForMultipleChoiceImpl::VisualBertForMultipleChoiceImpl(const VisualBertConfig& config, VisualBertModel trunk)
    : VisualBertPreTrainedModel(config)
{
    visual_bert = register_module("visual_bert", std::move(trunk));
    dropout = register_module("dropout", torch::nn::Dropout(config.hidden_dropout_prob));
    cls = register_module("cls", makeLinear(config.hidden_size, 1));
    initializeWeights(*cls, config.initializer_range);
}

std::vector<std::string> VisualBertForMultipleChoiceImpl::inputNames() const
{
    return plus(VisualBertPreTrainedModel::inputNames(), {"labels"});
}

VisualBertOutputs VisualBertForMultipleChoiceImpl::forward(const VisualBertInputs& inputs)
{
    VisualBertInputs flat = inputs;
    for (const VisualBertInputField& field : visualBertInputFields()) {
        // The reference flattens all but these. An alignment with (batch, choices) in front, which it refuses, is
        // flattened as well.
        const bool flatAlignment = field.name == "image_text_alignment" && (inputs.*field.member).defined() &&
                                   (inputs.*field.member).dim() == 3;
        if (flatAlignment || field.name == "head_mask" || field.name == "labels" || !(inputs.*field.member).defined())
            continue;
        const bool vectors =
            field.name == "inputs_embeds" || field.name == "visual_embeds" || field.name == "image_text_alignment";
        if ((inputs.*field.member).dim() < (vectors ? 4 : 3)) {
            throw Error(ErrorCode::Mismatch, sentence("VisualBertForMultipleChoice needs the input %1 with (batch, "
                                                      "choices) in front; it has the shape %2.",
                                                      field.name, shapeText((inputs.*field.member).sizes())));
        }
        flat.*field.member = flattenChoices(inputs.*field.member);
    }
    const at::Tensor& tokens = inputs.input_ids.defined() ? inputs.input_ids : inputs.inputs_embeds;
    VisualBertOutputs outputs = visual_bert->forward(flat);
    outputs.logits = cls(dropout(outputs.pooler_output)).view({-1, tokens.size(1)});
    if (inputs.labels.defined())
        outputs.loss = crossEntropy("labels", outputs.logits, inputs.labels);
    return withoutTrunkFields(std::move(outputs));
}

VisualBertForPreTrainingImpl::VisualBertForPreTrainingImpl(const VisualBertConfig& config)
    : VisualBertForPreTrainingImpl(config, VisualBertModel(config))
{
}

VisualBertForPreTrainingImpl::VisualBertForPreTrainingImpl(const VisualBertConfig& config, VisualBertModel trunk)
    : VisualBertPreTrainedModel(config)
{
    visual_bert = register_module("visual_bert", std::move(trunk));
    cls = register_module("cls", VisualBertPreTrainingHeads(config, config.tie_word_embeddings
                                                                        ? visual_bert->embeddings->word_embeddings
                                                                        : torch::nn::Embedding{nullptr}));
    initializeWeights(*cls, config.initializer_range);
}

std::vector<std::string> VisualBertForPreTrainingImpl::inputNames() const
{
    return plus(VisualBertPreTrainedModel::inputNames(), {"prediction_positions", "labels", "sentence_image_labels"});
}

VisualBertOutputs VisualBertForPreTrainingImpl::forward(const VisualBertInputs& inputs)
{
    VisualBertOutputs outputs = visual_bert->forward(inputs);
    const at::Tensor sequence = positionsAsked(outputs.last_hidden_state, inputs.prediction_positions);
    std::tie(outputs.prediction_logits, outputs.seq_relationship_logits) = cls(sequence, outputs.pooler_output);
    if (inputs.labels.defined()) {
        checkLabelShape("labels", inputs.labels,
                        {outputs.prediction_logits.size(0), outputs.prediction_logits.size(1)});
        outputs.loss = crossEntropy("labels", outputs.prediction_logits, inputs.labels);
        if (inputs.sentence_image_labels.defined()) {
            outputs.loss = outputs.loss + crossEntropy("sentence_image_labels", outputs.seq_relationship_logits,
                                                       inputs.sentence_image_labels);
        }
    }
    return withoutTrunkFields(std::move(outputs));
}

VisualBertForRegionToPhraseAlignmentImpl::VisualBertForRegionToPhraseAlignmentImpl(const VisualBertConfig& config)
    : VisualBertForRegionToPhraseAlignmentImpl(config, VisualBertModel(config))
{
}

VisualBertForRegionToPhraseAlignmentImpl::VisualBertForRegionToPhraseAlignmentImpl(const VisualBertConfig& config,
                                                                                   VisualBertModel trunk)
    : VisualBertPreTrainedModel(config)
{
    visual_bert = register_module("visual_bert", std::move(trunk));
    cls = register_module("cls", VisualBertPreTrainingHeads(config, torch::nn::Embedding{nullptr}));
    attention = register_module("attention", VisualBertRegionToPhraseAttention(config));
    initializeWeights(*cls, config.initializer_range);
    initializeWeights(*attention, config.initializer_range);
}

std::vector<std::string> VisualBertForRegionToPhraseAlignmentImpl::inputNames() const
{
    return plus(VisualBertPreTrainedModel::inputNames(), {"region_to_phrase_position", "labels"});
}

std::vector<std::string> VisualBertForRegionToPhraseAlignmentImpl::requiredInputNames() const
{
    return {"attention_mask", "visual_embeds", "visual_attention_mask", "region_to_phrase_position"};
}

VisualBertOutputs VisualBertForRegionToPhraseAlignmentImpl::forward(const VisualBertInputs& inputs)
{
    constexpr std::string_view kName = "VisualBertForRegionToPhraseAlignment";
    requireInput(kName, "attention_mask", inputs.attention_mask);
    requireInput(kName, "visual_embeds", inputs.visual_embeds);
    requireInput(kName, "visual_attention_mask", inputs.visual_attention_mask);
    requireInput(kName, "region_to_phrase_position", inputs.region_to_phrase_position);
    VisualBertOutputs outputs = visual_bert->encode(inputs);
    const at::Tensor& sequence = outputs.last_hidden_state;
    const at::Tensor& positions = inputs.region_to_phrase_position;
    if (positions.dim() != 2 || positions.size(0) != sequence.size(0) || inputs.visual_attention_mask.dim() != 2) {
        throw Error(ErrorCode::Mismatch, sentence("%1 needs the inputs region_to_phrase_position as (batch, phrases) "
                                                  "and visual_attention_mask as (batch, regions).",
                                                  kName));
    }
    checkIndices("region_to_phrase_position", positions, -1, sequence.size(1) - 1);
    outputs.logits = readStates(sequence, inputs).logits;
    if (inputs.labels.defined()) {
        const at::Tensor labels = softLabels(inputs.labels, outputs.logits);
        outputs.loss = klDivergenceBatchMean(at::log_softmax(outputs.logits, -1), labels);
    }
    return withoutTrunkFields(std::move(outputs));
}

namespace {

using Network = std::shared_ptr<VisualBertPreTrainedModel>;

template <typename Impl> Network makeNetwork(const VisualBertConfig& config)
{
    return std::make_shared<Impl>(config);
}

template <typename Impl> Network makeAround(const VisualBertConfig& config, VisualBertModel trunk)
{
    return std::make_shared<Impl>(config, std::move(trunk));
}

struct Architecture {
    std::string_view name;
    Network (*make)(const VisualBertConfig&);
    Network (*makeAround)(const VisualBertConfig&, VisualBertModel); ///< null for the trunk itself
};

template <typename Impl> constexpr Architecture taskClass(std::string_view name)
{
    return {name, makeNetwork<Impl>, makeAround<Impl>};
}

constexpr std::array kArchitectures{
    Architecture{"VisualBertModel", makeNetwork<VisualBertModelImpl>, nullptr},
    taskClass<VisualBertForPreTrainingImpl>("VisualBertForPreTraining"),
    taskClass<VisualBertForQuestionAnsweringImpl>("VisualBertForQuestionAnswering"),
    taskClass<VisualBertForMultipleChoiceImpl>("VisualBertForMultipleChoice"),
    taskClass<VisualBertForVisualReasoningImpl>("VisualBertForVisualReasoning"),
    taskClass<VisualBertForRegionToPhraseAlignmentImpl>("VisualBertForRegionToPhraseAlignment"),
};

const Architecture& architectureNamed(std::string_view name)
{
    std::string known;
    for (const Architecture& candidate : kArchitectures) {
        if (candidate.name == name)
            return candidate;
        known += (known.empty() ? "" : ", ") + std::string(candidate.name);
    }
    throw Error(ErrorCode::UnsupportedFormat,
                sentence("There is no VisualBERT class \"%1\"; the known ones are %2.", name, known));
}

} // namespace

std::vector<std::string> visualBertArchitectures()
{
    std::vector<std::string> names;
    for (const Architecture& architecture : kArchitectures)
        names.emplace_back(architecture.name);
    return names;
}

std::shared_ptr<VisualBertPreTrainedModel> makeVisualBert(std::string_view architecture, const VisualBertConfig& config)
{
    return architectureNamed(architecture).make(config);
}

std::shared_ptr<VisualBertPreTrainedModel> makeVisualBert(std::string_view architecture, const VisualBertConfig& config,
                                                          VisualBertModel trunk)
{
    const Architecture& found = architectureNamed(architecture);
    if (!found.makeAround)
        throw Error(ErrorCode::InvalidArgument, sentence("%1 is itself a trunk.", architecture));
    return found.makeAround(config, std::move(trunk));
}

} // namespace vbs
