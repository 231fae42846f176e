#include "core/tuning/tuning_batch.h"

#include "core/base/error.h"
#include "core/tuning/text_batch.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

void requireText(std::string_view text, const std::string& place)
{
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        throw Error(ErrorCode::CorruptData, place + " is empty: give it a text, or take it out.");
}

Encoding encodeWithin(const BertTokenizer& tokenizer, std::string_view text, std::optional<std::string_view> pair,
                      std::int64_t maxTokens)
{
    Encoding encoding = tokenizer.encode(text, pair);
    if (std::int64_t(encoding.inputIds.size()) > maxTokens)
        encoding = tokenizer.encode(text, pair, int(maxTokens));
    if (std::int64_t(encoding.inputIds.size()) > maxTokens) {
        throw Error(ErrorCode::TooLarge, "A text cannot be cut to " + std::to_string(maxTokens) + " word pieces: \"" +
                                             std::string(text.substr(0, 60)) + "\".");
    }
    return encoding;
}

void addTexts(const std::vector<Encoding>& texts, std::int64_t padId, VisualBertInputs& inputs)
{
    std::vector<std::vector<std::int64_t>> ids, types;
    for (const Encoding& text : texts) {
        ids.push_back(text.inputIds);
        types.push_back(text.tokenTypeIds);
    }
    TextBatch batch = padTexts(ids, padId);
    inputs.input_ids = batch.inputIds;
    inputs.attention_mask = batch.attentionMask;
    inputs.token_type_ids = padTexts(types, 0).inputIds;
}

void addRegions(const std::vector<at::Tensor>& features, VisualBertInputs& inputs)
{
    std::int64_t longest = 1;
    for (const at::Tensor& one : features)
        longest = std::max(longest, one.size(0));
    const auto samples = std::int64_t(features.size());
    inputs.visual_embeds = torch::zeros({samples, longest, features.at(0).size(1)});
    inputs.visual_attention_mask = torch::zeros({samples, longest}, torch::kLong);
    for (std::int64_t i = 0; i < samples; ++i) {
        const at::Tensor& one = features[std::size_t(i)];
        inputs.visual_embeds[i].slice(0, 0, one.size(0)).copy_(one);
        inputs.visual_attention_mask[i].slice(0, 0, one.size(0)).fill_(1);
    }
}

} // namespace vbs
