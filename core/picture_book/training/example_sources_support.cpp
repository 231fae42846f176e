#include "core/picture_book/training/example_sources_support.h"

#include <torch/types.h>

namespace vbs {

std::int64_t drawScene(const RegionBank& bank, const StageOptions& stage, Rng& rng)
{
    if (!bank.duplicateRich.empty() && rng.chance(stage.duplicateRichShare))
        return static_cast<std::int64_t>(rng.pick(bank.duplicateRich));
    return static_cast<std::int64_t>(rng.below(bank.scenes.size()));
}

std::vector<std::int64_t> encodeText(const BertTokenizer& tokenizer, std::string_view text)
{
    return tokenizer.encode(text).inputIds;
}

TextBatch choiceTexts(const BertTokenizer& tokenizer, const std::vector<ChoiceQuestion>& questions)
{
    std::vector<std::vector<std::int64_t>> ids, types;
    for (const ChoiceQuestion& question : questions) {
        for (const std::string& choice : question.choices) {
            Encoding encoding = tokenizer.encode(question.text, choice);
            ids.push_back(std::move(encoding.inputIds));
            types.push_back(std::move(encoding.tokenTypeIds));
        }
    }
    TextBatch batch = padTexts(ids, tokenizer.padId());
    batch.tokenTypeIds = padTexts(types, 0).inputIds;
    return batch;
}

at::Tensor alignmentLoss(const at::Tensor& scores, const PhraseLabels& labels)
{
    const at::Tensor exists = labels.positions >= 0; // [batch, phrases]
    const at::Tensor wanted = labels.regions.slice(2, 0, scores.size(2));
    const at::Tensor logs = torch::log_softmax(scores, -1);
    const at::Tensor each = -(wanted * logs).sum(-1); // [batch, phrases]
    return each.masked_select(exists).mean();
}

double shareRight(const at::Tensor& scores, const at::Tensor& labels)
{
    return scores.detach().argmax(1).eq(labels).to(torch::kFloat).mean().item<double>();
}

at::Tensor softCrossEntropy(const at::Tensor& logits, const at::Tensor& labels)
{
    return -(labels.to(logits.device()) * torch::log_softmax(logits, -1)).sum(-1).mean();
}

} // namespace vbs
