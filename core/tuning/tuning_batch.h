#pragma once

#include "core/nn/visual_bert/visual_bert_inputs.h"
#include "core/text/bert_tokenizer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// @param place names the record in the message.
/// @throws Error (CorruptData) for a text of nothing but white space.
void requireText(std::string_view text, const std::string& place);

/// The text (and pair) as ids, cut to maxTokens but not padded.
/// @throws Error (TooLarge) for a text that cannot be cut that short.
Encoding encodeWithin(const BertTokenizer& tokenizer, std::string_view text, std::optional<std::string_view> pair,
                      std::int64_t maxTokens);

/// Fills input_ids, token_type_ids and attention_mask, (texts, longest), padded on the right.
void addTexts(const std::vector<Encoding>& texts, std::int64_t padId, VisualBertInputs& inputs);

/// Fills visual_embeds and visual_attention_mask, padded on the right with zeros to the longest.
/// @param features [n, D] of each sample; n may be 0.
void addRegions(const std::vector<at::Tensor>& features, VisualBertInputs& inputs);

} // namespace vbs
