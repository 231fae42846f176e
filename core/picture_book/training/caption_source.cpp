#include "core/picture_book/training/example_sources_support.h"

#include <algorithm>
#include <set>

#include <torch/nn/functional/loss.h>
#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::size_t kLongestCaption = 60; // words; position tables end at 80
constexpr int kIgnored = -100;
/// Where references should be resolved already: the output of layer 2.
constexpr std::size_t kEarlyLayer = 2;

/// A caption with some of its determined words hidden.
struct MaskedCaption {
    std::int64_t scene = 0;
    std::vector<std::int64_t> ids;    ///< [CLS] … [SEP]
    std::vector<std::int64_t> labels; ///< the hidden id, or kIgnored
    struct Phrase {
        std::int64_t position;
        std::vector<int> regions;
    };
    std::vector<Phrase> phrases; ///< those without a hidden word
};

class CaptionSource : public ExampleSource {
public:
    explicit CaptionSource(int batch) : m_batch(batch) {}

    at::Tensor loss(SourceContext& context, const StageOptions& stage, Rng& rng, Measures& measures) override
    {
        std::vector<std::vector<std::int64_t>> texts, labels;
        std::vector<std::int64_t> scenes;
        std::vector<MaskedCaption> captions;
        while (captions.size() < std::size_t(m_batch)) {
            MaskedCaption caption;
            if (!draw(context, stage, rng, caption))
                continue;
            texts.push_back(caption.ids);
            labels.push_back(caption.labels);
            scenes.push_back(caption.scene);
            captions.push_back(std::move(caption));
        }
        const TextBatch text = padTexts(texts, context.tokenizer->padId());
        const at::Device device = context.net->device();
        const at::Tensor hidden = padTexts(labels, kIgnored).inputIds.to(device);
        PhraseLabels phrases = phraseLabels(captions);
        phrases = {phrases.positions.to(device), phrases.regions.to(device)};
        RegionBank::Regions regions = context.bank->take(scenes);
        regions = {regions.features.to(device), regions.mask.to(device), regions.centres.to(device), {}};
        const TrainingNetImpl::Output output = context.net->run(text, regions);
        return words(context, output, hidden, measures) + alignment(context, output, regions, phrases, measures);
    }

private:
    bool draw(const SourceContext& context, const StageOptions& stage, Rng& rng, MaskedCaption& result) const
    {
        const BertTokenizer& tokenizer = *context.tokenizer;
        result.scene = drawScene(*context.bank, stage, rng);
        const Scene& scene = context.bank->scenes[std::size_t(result.scene)];
        CaptionOptions options;
        options.clauseCounts = {1, 2, 3};
        options.naming = stage.naming;
        if (!stage.clauses.empty())
            options.clauses = stage.clauses;
        const Caption caption = makeCaption(rng, scene, options);
        if (caption.words.size() > kLongestCaption)
            return false;
        result.ids.push_back(tokenizer.clsId());
        for (const std::string_view word : caption.words)
            result.ids.push_back(tokenizer.idOf(word).value_or(tokenizer.unkId()));
        result.ids.push_back(tokenizer.sepId());
        result.labels.assign(result.ids.size(), kIgnored);

        const std::set<int> hidden = chooseHidden(caption, stage, rng);
        for (const CaptionPhrase& phrase : caption.phrases) {
            const auto first = hidden.lower_bound(phrase.first);
            if (first != hidden.end() && *first <= phrase.head)
                continue;
            std::vector<int> regions = regionsOf(*context.bank, result.scene, phrase.objects);
            if (!regions.empty())
                result.phrases.push_back({phrase.head + 1, std::move(regions)});
        }
        for (const int index : hidden) {
            result.labels[std::size_t(index) + 1] = result.ids[std::size_t(index) + 1];
            result.ids[std::size_t(index) + 1] = tokenizer.maskId();
        }
        return true;
    }

    /// At most one word of a phrase, so that the rest still says what it means; words outside phrases
    /// (numbers, relations, "is red") on their own.
    static std::set<int> chooseHidden(const Caption& caption, const StageOptions& stage, Rng& rng)
    {
        std::set<int> hidden, inside;
        for (const CaptionPhrase& phrase : caption.phrases) {
            std::vector<int> candidates;
            for (const DeterminedWord& word : caption.determined) {
                if (word.index >= phrase.first && word.index <= phrase.head) {
                    candidates.push_back(word.index);
                    inside.insert(word.index);
                }
            }
            if (!candidates.empty() && rng.chance(0.35))
                hidden.insert(rng.pick(candidates));
        }
        for (const DeterminedWord& word : caption.determined) {
            if (inside.count(word.index))
                continue;
            if (rng.chance(word.kind == CaptionWordKind::Relation ? stage.relationMaskShare : 0.5))
                hidden.insert(word.index);
        }
        return hidden;
    }

    static std::vector<int> regionsOf(const RegionBank& bank, std::int64_t scene, const std::vector<int>& objects)
    {
        std::vector<int> regions;
        for (int r = 0; r < kBankRegions; ++r) {
            const int object = bank.objectOfRegion[std::size_t(scene)][std::size_t(r)];
            if (object >= 0 && std::find(objects.begin(), objects.end(), object) != objects.end())
                regions.push_back(r);
        }
        return regions;
    }

    static PhraseLabels phraseLabels(const std::vector<MaskedCaption>& captions)
    {
        std::size_t most = 1;
        for (const MaskedCaption& caption : captions)
            most = std::max(most, caption.phrases.size());
        const auto batch = static_cast<std::int64_t>(captions.size());
        const auto phrases = static_cast<std::int64_t>(most);
        PhraseLabels labels{torch::full({batch, phrases}, -1, torch::kLong),
                            torch::zeros({batch, phrases, kBankRegions})};
        auto positions = labels.positions.accessor<std::int64_t, 2>();
        auto regions = labels.regions.accessor<float, 3>();
        for (std::int64_t b = 0; b < batch; ++b) {
            const auto& list = captions[std::size_t(b)].phrases;
            for (std::size_t p = 0; p < list.size(); ++p) {
                positions[b][std::int64_t(p)] = list[p].position;
                for (const int r : list[p].regions)
                    regions[b][std::int64_t(p)][r] = 1.f / float(list[p].regions.size());
            }
        }
        return labels;
    }

    static at::Tensor words(SourceContext& context, const TrainingNetImpl::Output& output, const at::Tensor& labels,
                            Measures& measures)
    {
        const at::Tensor chosen = labels.ne(kIgnored); // [batch, text]
        const at::Tensor wanted = labels.masked_select(chosen);
        if (wanted.numel() == 0)
            return torch::zeros({}, output.sequence.options());
        const at::Tensor rows = output.sequence.slice(1, 0, output.textLength).index({chosen});
        const at::Tensor logits = context.net->cls->predictions->forward(rows);
        const at::Tensor loss = torch::nn::functional::cross_entropy(logits, wanted);
        measures["words"] = loss.item<double>();
        measures["words right"] = shareRight(logits, wanted);
        return loss;
    }

    static at::Tensor alignment(SourceContext& context, const TrainingNetImpl::Output& output,
                                const RegionBank::Regions& regions, const PhraseLabels& phrases, Measures& measures)
    {
        const at::Tensor exists = phrases.positions >= 0;
        if (!exists.any().item<bool>())
            return torch::zeros({}, output.sequence.options());
        const at::Tensor found = scores(context.net->attention, output.sequence, output, regions, phrases);
        const at::Tensor late = alignmentLoss(found, phrases);
        measures["align right"] = shareAligned(found, phrases, exists);
        const at::Tensor& early = output.hidden[kEarlyLayer];
        const at::Tensor soon =
            alignmentLoss(scores(context.net->early_attention, early, output, regions, phrases), phrases);
        const at::Tensor wanted = torch::bmm(phrases.regions.slice(2, 0, regions.centres.size(1)), regions.centres);
        const at::Tensor guessed = context.net->early_centre(gatherPositions(early, phrases.positions));
        const at::Tensor place = (guessed - wanted).square().mean(-1).masked_select(exists).mean();
        measures["align"] = late.item<double>();
        measures["align2"] = soon.item<double>();
        measures["centre"] = place.item<double>();
        return late + 0.5 * soon + 10 * place;
    }

    static double shareAligned(const at::Tensor& scores, const PhraseLabels& phrases, const at::Tensor& exists)
    {
        const at::Tensor best = scores.detach().argmax(2, true); // [batch, phrases, 1]
        const at::Tensor right = phrases.regions.gather(2, best).squeeze(2).gt(0);
        return right.masked_select(exists).to(torch::kFloat).mean().item<double>();
    }

    static at::Tensor scores(VisualBertRegionToPhraseAttention& head, const at::Tensor& sequence,
                             const TrainingNetImpl::Output& output, const RegionBank::Regions& regions,
                             const PhraseLabels& phrases)
    {
        return head->forward(gatherPositions(sequence, phrases.positions), sequence.slice(1, output.textLength),
                             regions.mask);
    }

    int m_batch;
};

} // namespace

std::unique_ptr<ExampleSource> makeCaptionSource(int batch)
{
    return std::make_unique<CaptionSource>(batch);
}

} // namespace vbs
