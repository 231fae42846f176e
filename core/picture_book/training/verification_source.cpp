#include "core/picture_book/scenes/region_questions.h"
#include "core/picture_book/training/example_sources_support.h"

#include <torch/nn/functional/loss.h>
#include <torch/types.h>

namespace vbs {

namespace {

/// Where both things and their relation have met: the output of layer 4.
constexpr std::size_t kTruthLayer = 4;

class VerificationSource : public ExampleSource {
public:
    explicit VerificationSource(int batch) : m_batch(batch) {}

    at::Tensor loss(SourceContext& context, const StageOptions& stage, Rng& rng, Measures& measures) override
    {
        std::vector<std::vector<std::int64_t>> texts;
        std::vector<std::int64_t> scenes, truths, relationWords;
        for (int i = 0; i < m_batch; ++i) {
            scenes.push_back(drawScene(*context.bank, stage, rng));
            const VerificationStatement statement = draw(rng, context.bank->scenes[std::size_t(scenes.back())], stage);
            texts.push_back(encodeText(*context.tokenizer, statement.text));
            truths.push_back(statement.truth ? 1 : 0);
            relationWords.push_back(statement.relationWord < 0 ? -1 : statement.relationWord + 1);
        }
        const TextBatch text = padTexts(texts, context.tokenizer->padId());
        const auto output = context.net->run(text, context.bank->take(scenes));
        const at::Tensor truth = torch::tensor(truths).to(context.net->device());
        // The published heads say 0 for a sentence that fits the picture.
        const at::Tensor scores = context.net->cls->seq_relationship(output.pooled);
        const at::Tensor match = torch::nn::functional::cross_entropy(scores, 1 - truth);
        measures["match"] = match.item<double>();
        measures["match right"] = shareRight(scores, 1 - truth);
        at::Tensor loss = 0.5 * match;

        const at::Tensor position = torch::tensor(relationWords).to(context.net->device()); // [batch]
        const at::Tensor exists = position >= 0;
        if (exists.any().item<bool>()) {
            const at::Tensor rows = gatherPositions(output.hidden[kTruthLayer], position.unsqueeze(1)).squeeze(1);
            const at::Tensor relation =
                torch::nn::functional::cross_entropy(context.net->truth(rows.index({exists})), truth.index({exists}));
            measures["truth"] = relation.item<double>();
            loss = loss + 0.5 * relation;
        }
        return loss;
    }

private:
    /// One statement, or a caption of several clauses of which one word may be wrong.
    static VerificationStatement draw(Rng& rng, const Scene& scene, const StageOptions& stage)
    {
        if (rng.chance(stage.denseCaptionShare)) {
            CaptionOptions options;
            options.naming = stage.naming;
            const Caption caption = makeCaption(rng, scene, options);
            VerificationStatement result;
            result.truth = rng.chance(.5);
            const auto wrong = result.truth ? std::nullopt : captionWithAWordChanged(rng, caption);
            result.truth = !wrong;
            result.text = wrong.value_or(caption.text());
            return result;
        }
        return makeVerificationStatement(rng, scene, stage.relationShare, stage.naming);
    }

    int m_batch;
};

} // namespace

std::unique_ptr<ExampleSource> makeVerificationSource(int batch)
{
    return std::make_unique<VerificationSource>(batch);
}

} // namespace vbs
