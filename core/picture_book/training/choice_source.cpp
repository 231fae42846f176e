#include "core/picture_book/training/example_sources_support.h"

#include <torch/nn/functional/loss.h>
#include <torch/types.h>

namespace vbs {

namespace {

class ChoiceSource : public ExampleSource {
public:
    explicit ChoiceSource(int questions) : m_questions(questions) {}

    at::Tensor loss(SourceContext& context, const StageOptions& stage, Rng& rng, Measures& measures) override
    {
        std::vector<ChoiceQuestion> questions;
        std::vector<std::int64_t> scenes, answers;
        for (int i = 0; i < m_questions; ++i) {
            const std::int64_t scene = drawScene(*context.bank, stage, rng);
            questions.push_back(
                stage.choiceTypes.empty()
                    ? randomChoiceQuestion(rng, context.bank->scenes[std::size_t(scene)])
                    : randomChoiceQuestion(rng, context.bank->scenes[std::size_t(scene)], stage.choiceTypes));
            answers.push_back(questions.back().answer);
            scenes.insert(scenes.end(), kChoices, scene);
        }
        const auto output = context.net->run(choiceTexts(*context.tokenizer, questions), context.bank->take(scenes));
        const at::Tensor scores = context.net->choice(output.pooled).view({-1, kChoices});
        const at::Tensor wanted = torch::tensor(answers).to(context.net->device());
        const at::Tensor loss = torch::nn::functional::cross_entropy(scores, wanted);
        measures["choice"] = loss.item<double>();
        measures["choice right"] = shareRight(scores, wanted);
        return loss;
    }

private:
    int m_questions;
};

} // namespace

std::unique_ptr<ExampleSource> makeChoiceSource(int questions)
{
    return std::make_unique<ChoiceSource>(questions);
}

} // namespace vbs
