#pragma once

#include <ATen/core/Tensor.h>

#include <span>
#include <string_view>
#include <vector>

namespace vbs {

/// The arguments of the network, named as Hugging Face's forward arguments; an undefined tensor is an absent one.
/// B samples, T text tokens, V regions, D region feature numbers. Masks hold 1 for what may be seen, in any type.
/// For multiple choice every tensor but head_mask and labels has (B, choices, ...) in front; image_text_alignment may
/// also be (B x choices, ...), as the reference wants it.
struct VisualBertInputs {
    at::Tensor input_ids;                 ///< (B, T) int64 or int32; or inputs_embeds
    at::Tensor attention_mask;            ///< (B, T), or (B, T+V, T); default 1
    at::Tensor token_type_ids;            ///< (B, T); default 0
    at::Tensor position_ids;              ///< (B, T) or (1, T); default 0, 1, ...
    at::Tensor head_mask;                 ///< (heads) or (layers, heads), multiplied to the attention
    at::Tensor inputs_embeds;             ///< (B, T, hidden): instead of input_ids
    at::Tensor visual_embeds;             ///< (B, V, D) region features
    at::Tensor visual_attention_mask;     ///< (B, V), or (B, T+V, V); default 1
    at::Tensor visual_token_type_ids;     ///< (B, V); default 1
    at::Tensor image_text_alignment;      ///< (B, at least V, A): text positions of each region, -1 for none
    at::Tensor region_to_phrase_position; ///< (B, P): positions in the joint sequence, -1 for none
    at::Tensor prediction_positions;  ///< (B, P): where words are predicted; default everywhere. Not the reference's
    at::Tensor labels;                ///< per class, see visual_bert_tasks.h
    at::Tensor sentence_image_labels; ///< (B): does the text fit the picture (0) or not (1)
    bool output_attentions = false;
    bool output_hidden_states = false;
};

/// What comes out, named as Hugging Face's output fields; undefined or empty where the class does not make it.
struct VisualBertOutputs {
    at::Tensor loss;                       ///< a scalar, when labels were given
    at::Tensor logits;                     ///< see the task classes
    at::Tensor prediction_logits;          ///< (B, T+V, vocabulary), or (B, P, vocabulary) at prediction_positions
    at::Tensor seq_relationship_logits;    ///< (B, 2)
    at::Tensor last_hidden_state;          ///< (B, T+V, hidden); VisualBertModel only
    at::Tensor pooler_output;              ///< (B, hidden); VisualBertModel only
    at::Tensor additional_layer_attention; ///< (B, heads, T+V, T+V); with bypass_transformer only
    std::vector<at::Tensor> hidden_states; ///< layers + 1 times (B, T+V, hidden), the embeddings first
    std::vector<at::Tensor> attentions;    ///< layers times (B, heads, T+V, T+V), after the head mask
};

/// A tensor argument by its name.
struct VisualBertInputField {
    std::string_view name;
    at::Tensor VisualBertInputs::*member;
};

/// All tensor arguments, in the order of the struct.
std::span<const VisualBertInputField> visualBertInputFields();

} // namespace vbs
