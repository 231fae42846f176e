#pragma once

#include "core/nn/visual_bert/visual_bert_config.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "core/picture_book/training/region_bank.h"
#include "core/tuning/text_batch.h"

#include <cstdint>
#include <vector>

namespace vbs {

/// One trunk with every head that is trained on it at once, and small heads that only teach: they are dropped from
/// the pack.
///
/// visual_bert, vqa, nlvr, choice, attention (region-to-phrase) and cls (masked words, sentence-image) ship;
/// early_attention and early_centre read the second layer, truth the fourth, selection the fifth, counted the fourth.
/// side_truth and side_counts read [CLS] after the fifth: what each of two pictures says on its own.
class TrainingNetImpl : public torch::nn::Module {
public:
    TrainingNetImpl(const VisualBertConfig& config, std::int64_t answers);

    struct Output {
        at::Tensor sequence;            ///< [batch, text + regions, hidden]
        at::Tensor pooled;              ///< [batch, hidden]
        std::vector<at::Tensor> hidden; ///< layers + 1 of [batch, text + regions, hidden]
        std::int64_t textLength = 0;
    };
    /// The batch may lie on another device than the net.
    Output run(const TextBatch& text, const RegionBank::Regions& regions);

    /// Answer logits [batch, answers], read at the last piece before the final [SEP] as the published head does.
    at::Tensor answerLogits(const Output& output, const TextBatch& text);

    at::Device device() const { return vqa->weight.device(); }

    /// How many things side_counts tells apart: 0 … 8 of each picture.
    static constexpr std::int64_t kSideCounts = 9;

    VisualBertModel visual_bert{nullptr};
    torch::nn::Linear vqa{nullptr}, nlvr{nullptr}, choice{nullptr};
    VisualBertRegionToPhraseAttention attention{nullptr}, early_attention{nullptr};
    VisualBertPreTrainingHeads cls{nullptr};
    torch::nn::Linear early_centre{nullptr}, truth{nullptr}, selection{nullptr}, counted{nullptr};
    torch::nn::Linear side_truth{nullptr}, side_counts{nullptr};
};
TORCH_MODULE(TrainingNet);

} // namespace vbs
