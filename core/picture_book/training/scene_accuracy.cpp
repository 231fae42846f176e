#include "core/picture_book/training/scene_accuracy.h"

#include "core/picture_book/training/example_sources_support.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

Measures measureVqaAccuracy(SourceContext& context, const RegionBank& heldOut, int questionsPerType)
{
    Rng rng(77);
    Measures measures;
    double right = 0, all = 0;
    for (const QuestionType type : allQuestionTypes()) {
        std::vector<std::vector<std::int64_t>> texts;
        std::vector<std::int64_t> scenes;
        std::vector<std::vector<std::string>> answers;
        for (int tried = 0; int(texts.size()) < questionsPerType && tried < 200 * questionsPerType; ++tried) {
            const std::size_t index = rng.below(heldOut.scenes.size());
            const auto question = makeQuestion(rng, heldOut.scenes[index], type);
            if (!question)
                continue;
            texts.push_back(encodeText(*context.tokenizer, question->text));
            scenes.push_back(std::int64_t(index));
            answers.push_back(question->answers);
        }
        if (texts.empty())
            continue;
        const TextBatch text = padTexts(texts, context.tokenizer->padId());
        const auto output = context.net->run(text, heldOut.take(scenes));
        const at::Tensor best = context.net->answerLogits(output, text).argmax(1);
        int good = 0;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::string_view said = kSceneAnswers[std::size_t(best[std::int64_t(i)].item<std::int64_t>())];
            good += std::find(answers[i].begin(), answers[i].end(), said) != answers[i].end();
        }
        measures["vqa " + std::string(nameOf(type))] = double(good) / double(texts.size());
        right += good;
        all += double(texts.size());
    }
    measures["vqa"] = all > 0 ? right / all : 0;
    return measures;
}

Measures measureSourceAccuracy(SourceContext& context, const RegionBank& heldOut, const StageOptions& stage,
                               std::span<ExampleSource* const> sources, int batches)
{
    SourceContext held = context;
    held.bank = &heldOut;
    Measures sums;
    for (ExampleSource* source : sources) {
        Rng rng(78);
        for (int i = 0; i < batches; ++i) {
            Measures measures;
            source->loss(held, stage, rng, measures);
            for (const auto& [name, value] : measures)
                if (name.ends_with(kRightShare))
                    sums[name] += value / batches;
        }
    }
    return sums;
}

} // namespace vbs
