#include "core/tuning/text_batch.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

TextBatch padTexts(const std::vector<std::vector<std::int64_t>>& texts, std::int64_t padId)
{
    std::size_t longest = 1;
    for (const auto& text : texts)
        longest = std::max(longest, text.size());
    const auto batch = static_cast<std::int64_t>(texts.size());
    const auto length = static_cast<std::int64_t>(longest);
    TextBatch result{
        torch::full({batch, length}, padId, torch::kLong), torch::zeros({batch, length}, torch::kLong), {}};
    auto* ids = result.inputIds.data_ptr<std::int64_t>();
    auto* mask = result.attentionMask.data_ptr<std::int64_t>();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        std::copy(texts[i].begin(), texts[i].end(), ids + i * longest);
        std::fill_n(mask + i * longest, texts[i].size(), 1);
    }
    return result;
}

} // namespace vbs
