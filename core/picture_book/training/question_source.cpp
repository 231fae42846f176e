#include "core/picture_book/training/example_sources_support.h"

#include <torch/types.h>

namespace vbs {

namespace {

class QuestionSource : public ExampleSource {
public:
    explicit QuestionSource(int batch) : m_batch(batch) {}

    at::Tensor loss(SourceContext& context, const StageOptions& stage, Rng& rng, Measures& measures) override
    {
        std::vector<std::vector<std::int64_t>> texts;
        std::vector<std::int64_t> scenes;
        at::Tensor labels = torch::zeros({m_batch, std::int64_t(kSceneAnswers.size())});
        for (int i = 0; i < m_batch; ++i) {
            scenes.push_back(drawScene(*context.bank, stage, rng));
            const SceneQuestion question = randomQuestion(rng, context.bank->scenes[std::size_t(scenes.back())],
                                                          stage.questionTypes, stage.naming);
            texts.push_back(encodeText(*context.tokenizer, question.text));
            for (const std::string& answer : question.answers)
                labels[i][sceneAnswerIndex(answer)] = 1.0 / double(question.answers.size());
        }
        const TextBatch text = padTexts(texts, context.tokenizer->padId());
        const auto output = context.net->run(text, context.bank->take(scenes));
        const at::Tensor loss = softCrossEntropy(context.net->answerLogits(output, text), labels);
        measures["vqa"] = loss.item<double>();
        return loss;
    }

private:
    int m_batch;
};

} // namespace

std::unique_ptr<ExampleSource> makeQuestionSource(int batch)
{
    return std::make_unique<QuestionSource>(batch);
}

} // namespace vbs
