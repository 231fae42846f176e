#pragma once

#include "core/picture_book/scenes/choices.h"
#include "core/picture_book/training/example_sources.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace vbs {

/// A random scene of the bank.
std::int64_t drawScene(const RegionBank& bank, const StageOptions& stage, Rng& rng);

/// [CLS] text [SEP] as ids.
std::vector<std::int64_t> encodeText(const BertTokenizer& tokenizer, std::string_view text);

/// [CLS] question [SEP] choice [SEP] for every choice of every question, one after the other.
TextBatch choiceTexts(const BertTokenizer& tokenizer, const std::vector<ChoiceQuestion>& questions);

/// Phrase positions and the regions each means.
struct PhraseLabels {
    at::Tensor positions; ///< int64 [batch, phrases], -1: none
    at::Tensor regions;   ///< float [batch, phrases, kBankRegions], each row sums to 1
};

/// Mean cross-entropy between region labels and scores over the phrases that exist.
/// @param scores [batch, phrases, regions].
at::Tensor alignmentLoss(const at::Tensor& scores, const PhraseLabels& labels);

/// The share of rows whose greatest value stands where the label says.
/// @param scores [rows, classes]. @param labels int64 [rows].
double shareRight(const at::Tensor& scores, const at::Tensor& labels);

/// Softmax cross-entropy with soft labels, mean over the batch.
at::Tensor softCrossEntropy(const at::Tensor& logits, const at::Tensor& labels);

} // namespace vbs
