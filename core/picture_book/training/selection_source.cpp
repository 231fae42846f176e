#include "core/picture_book/scenes/region_questions.h"
#include "core/picture_book/training/example_sources_support.h"

#include <torch/nn/functional/loss.h>
#include <torch/types.h>

namespace vbs {

namespace {

/// A comparison needs one layer more than naming a set does.
constexpr std::size_t kSelectionLayer = 5, kCountedLayer = 4;

bool namesASet(std::string_view type)
{
    return type != nameOf(QuestionType::WhatLeftRightAboveBelow) && type != nameOf(QuestionType::Extreme) &&
           type != nameOf(QuestionType::ColorByRelation);
}

class SelectionSource : public ExampleSource {
public:
    explicit SelectionSource(int batch) : m_batch(batch) {}

    at::Tensor loss(SourceContext& context, const StageOptions& stage, Rng& rng, Measures& measures) override
    {
        std::vector<std::vector<std::int64_t>> texts;
        std::vector<std::int64_t> scenes;
        at::Tensor compared = torch::full({m_batch, kBankRegions}, -1.f); // -1: no label
        at::Tensor counted = compared.clone();
        at::Tensor answers = torch::zeros({m_batch, std::int64_t(kSceneAnswers.size())});
        while (texts.size() < std::size_t(m_batch)) {
            const std::int64_t index = drawScene(*context.bank, stage, rng);
            const auto question = randomRegionQuestion(rng, context.bank->scenes[std::size_t(index)],
                                                       stage.regionQuestionTypes, stage.naming);
            if (!question)
                continue;
            const auto row = static_cast<std::int64_t>(texts.size());
            at::Tensor& labels = namesASet(question->type) ? counted : compared;
            const auto& match = context.bank->objectOfRegion[std::size_t(index)];
            for (std::size_t r = 0; r < kBankRegions; ++r) {
                if (match[r] >= 0)
                    labels[row][std::int64_t(r)] = float(question->labels[std::size_t(match[r])]);
            }
            if (question->answer)
                answers[row][sceneAnswerIndex(*question->answer)] = 1;
            texts.push_back(encodeText(*context.tokenizer, question->text));
            scenes.push_back(index);
        }
        const TextBatch text = padTexts(texts, context.tokenizer->padId());
        const auto output = context.net->run(text, context.bank->take(scenes));
        const at::Device device = context.net->device();
        compared = compared.to(device);
        counted = counted.to(device);
        answers = answers.to(device);
        at::Tensor loss = torch::zeros({}, device);
        addSelection(loss, context.net->selection, output, kSelectionLayer, compared, "select", measures);
        addSelection(loss, context.net->counted, output, kCountedLayer, counted, "counted", measures);
        const at::Tensor answered = answers.sum(1) > 0;
        if (answered.any().item<bool>()) {
            const at::Tensor logits = context.net->answerLogits(output, text).index({answered});
            loss = loss + softCrossEntropy(logits, answers.index({answered}));
        }
        return loss;
    }

private:
    static void addSelection(at::Tensor& loss, torch::nn::Linear& head, const TrainingNetImpl::Output& output,
                             std::size_t layer, const at::Tensor& allLabels, const char* name, Measures& measures)
    {
        const at::Tensor regions = output.hidden[layer].slice(1, output.textLength); // [batch, regions, hidden]
        const at::Tensor labels = allLabels.slice(1, 0, regions.size(1));
        const at::Tensor known = labels >= 0;
        if (!known.any().item<bool>())
            return;
        const at::Tensor scores = head(regions).squeeze(-1);
        const at::Tensor term = torch::nn::functional::binary_cross_entropy_with_logits(scores.masked_select(known),
                                                                                        labels.masked_select(known));
        measures[name] = term.item<double>();
        loss = loss + term;
    }

    int m_batch;
};

} // namespace

std::unique_ptr<ExampleSource> makeSelectionSource(int batch)
{
    return std::make_unique<SelectionSource>(batch);
}

} // namespace vbs
