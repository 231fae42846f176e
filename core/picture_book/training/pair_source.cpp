#include "core/picture_book/scenes/pair_statements.h"
#include "core/picture_book/training/example_sources_support.h"

#include <algorithm>
#include <optional>

#include <torch/nn/functional/loss.h>
#include <torch/types.h>

namespace vbs {

namespace {

/// Best one layer before the verdict; at the latest when it is given.
constexpr std::size_t kSideLayers[] = {5, 6};
constexpr std::size_t kCountedLayer = 4;
constexpr int kNotCounted = -100;

bool speaksOfStatement(PairStatementType type)
{
    return type <= PairStatementType::RightImage;
}

/// What a statement counts in each picture, if it does.
std::optional<Description> countedBy(const PairMeaning& meaning)
{
    if (!speaksOfStatement(meaning.type))
        return meaning.subject;
    switch (meaning.statement.kind) {
    case StatementKind::Exist:
    case StatementKind::Count:
    case StatementKind::AtLeast:
        return meaning.statement.subject;
    default:
        return std::nullopt;
    }
}

/// Labels of one batch besides the verdicts.
struct SideLabels {
    at::Tensor truths;  ///< float [batch, 2]; -1: undecidable, or not a statement about one picture
    at::Tensor counts;  ///< int64 [batch, 2]; kNotCounted: nothing is counted
    at::Tensor regions; ///< float [batch, 2, kBankRegions]; -1: no label

    explicit SideLabels(std::int64_t batch)
        : truths(torch::full({batch, 2}, -1.f)), counts(torch::full({batch, 2}, kNotCounted, torch::kLong)),
          regions(torch::full({batch, 2, kBankRegions}, -1.f))
    {
    }

    void set(std::int64_t row, std::int64_t side, const RegionBank& bank, std::size_t index, const PairMeaning& meaning)
    {
        const Scene& scene = bank.scenes[index];
        if (speaksOfStatement(meaning.type)) {
            const Truth truth = truthOf(scene, meaning.statement);
            if (truth != Truth::Undecidable)
                truths[row][side] = truth == Truth::True ? 1.f : 0.f;
        }
        const auto counted = countedBy(meaning);
        if (!counted)
            return;
        counts[row][side] = std::min<std::int64_t>(countMatching(scene, *counted), TrainingNetImpl::kSideCounts - 1);
        for (int r = 0; r < kBankRegions; ++r) {
            const int object = bank.objectOfRegion[index][std::size_t(r)];
            if (object >= 0)
                regions[row][side][r] = counted->matches(scene.objects[std::size_t(object)]) ? 1.f : 0.f;
        }
    }
};

class PairSource : public ExampleSource {
public:
    explicit PairSource(int batch) : m_batch(batch) {}

    at::Tensor loss(SourceContext& context, const StageOptions& stage, Rng& rng, Measures& measures) override
    {
        const RegionBank& bank = *context.bank;
        if (m_bank != &bank) {
            m_pairs.emplace(bank.scenes);
            m_bank = &bank;
        }
        std::vector<std::vector<std::int64_t>> texts;
        std::vector<std::int64_t> left, right, truths;
        SideLabels sides(m_batch);
        for (std::int64_t row = 0; row < m_batch; ++row) {
            const ScenePairs::Drawn drawn =
                stage.pairTypes.empty() ? m_pairs->draw(rng) : m_pairs->draw(rng, stage.pairTypes);
            texts.push_back(encodeText(*context.tokenizer, drawn.statement.text));
            left.push_back(drawn.left);
            right.push_back(drawn.right);
            truths.push_back(drawn.statement.truth ? 1 : 0);
            sides.set(row, 0, bank, std::size_t(drawn.left), drawn.statement.meaning);
            sides.set(row, 1, bank, std::size_t(drawn.right), drawn.statement.meaning);
        }
        const TextBatch text = padTexts(texts, context.tokenizer->padId());
        const RegionBank::Regions regions = bank.takePairs(left, right);
        const auto output = context.net->run(text, regions);
        const at::Tensor wanted = torch::tensor(truths).to(context.net->device()),
                         scores = context.net->nlvr(output.pooled);
        const at::Tensor verdict = torch::nn::functional::cross_entropy(scores, wanted);
        measures["nlvr"] = verdict.item<double>();
        measures["nlvr right"] = shareRight(scores, wanted);
        at::Tensor loss = verdict + regionLoss(context, output, regions, sides, measures);
        for (const std::size_t layer : kSideLayers)
            loss = loss + sideLoss(context, output.hidden[layer].select(1, 0), sides, measures);
        return loss;
    }

private:
    /// @param cls the first token's state after one layer: [batch, hidden].
    static at::Tensor sideLoss(SourceContext& context, const at::Tensor& cls, const SideLabels& sides,
                               Measures& measures)
    {
        const at::Device device = context.net->device();
        at::Tensor loss = torch::zeros({}, device);
        const at::Tensor truths = sides.truths.to(device), known = truths >= 0;
        if (known.any().item<bool>()) {
            const at::Tensor term = torch::nn::functional::binary_cross_entropy_with_logits(
                context.net->side_truth(cls).masked_select(known), truths.masked_select(known));
            measures["sides"] = term.item<double>();
            loss = loss + term;
        }
        const at::Tensor counts = sides.counts.to(device).flatten();
        if (counts.ne(kNotCounted).any().item<bool>()) {
            const at::Tensor logits = context.net->side_counts(cls).view({-1, TrainingNetImpl::kSideCounts});
            const at::Tensor term = torch::nn::functional::cross_entropy(logits, counts);
            measures["side counts"] = term.item<double>();
            loss = loss + term;
        }
        return loss;
    }

    static at::Tensor regionLoss(SourceContext& context, const TrainingNetImpl::Output& output,
                                 const RegionBank::Regions& regions, const SideLabels& sides, Measures& measures)
    {
        const at::Device device = context.net->device();
        // Where the right picture's regions begin in the sequence of the batch.
        const std::int64_t leftCount = regions.types[0].eq(0).sum().item<std::int64_t>();
        const std::int64_t rightCount = regions.types.size(1) - leftCount;
        const at::Tensor labels = torch::cat({sides.regions.select(1, 0).slice(1, 0, leftCount),
                                              sides.regions.select(1, 1).slice(1, 0, rightCount)},
                                             1)
                                      .to(device);
        const at::Tensor known = labels >= 0;
        if (!known.any().item<bool>())
            return torch::zeros({}, device);
        const at::Tensor scores =
            context.net->counted(output.hidden[kCountedLayer].slice(1, output.textLength)).squeeze(-1);
        const at::Tensor term = torch::nn::functional::binary_cross_entropy_with_logits(scores.masked_select(known),
                                                                                        labels.masked_select(known));
        measures["pair regions"] = term.item<double>();
        return term;
    }

    int m_batch;
    const RegionBank* m_bank = nullptr;
    std::optional<ScenePairs> m_pairs;
};

} // namespace

std::unique_ptr<ExampleSource> makePairSource(int batch)
{
    return std::make_unique<PairSource>(batch);
}

} // namespace vbs
