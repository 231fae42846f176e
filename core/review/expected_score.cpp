#include "core/review/expected_score.h"

#include "core/datasets/example_score.h"
#include "core/datasets/vqa_answer.h"

#include <algorithm>
#include <set>

namespace vbs {

namespace {

/// With the people's answers normalised, so that unanimous ones are compared no more strictly than others.
ExampleTruth normalised(const ExampleTruth& truth)
{
    ExampleTruth plain;
    plain.fewPeople = truth.fewPeople;
    plain.scores = truth.scores;
    for (const std::string& answer : truth.answers)
        plain.answers.push_back(normalizedVqaAnswer(answer));
    return plain;
}

/// In every spelling that a list of answers may have them; normalising the whole list for each question would be slow.
std::set<std::string> spellingsOf(const ExampleTruth& truth)
{
    std::set<std::string> spellings;
    const auto add = [&](const std::string& answer) {
        spellings.insert({answer, strippedVqaAnswer(answer), normalizedVqaAnswer(answer)});
    };
    std::ranges::for_each(truth.answers, add);
    for (const auto& [answer, score] : truth.scores)
        add(answer);
    return spellings;
}

} // namespace

std::optional<double> expectedVqaScore(const ExampleTruth& truth, const InferenceResult& result)
{
    const ExampleTruth plain = normalised(truth);
    const std::set<std::string> spellings = spellingsOf(truth);
    double sum = 0;
    bool known = false;
    const auto take = [&](const std::string& name, double probability) {
        if (!spellings.contains(name))
            return;
        const double score = vqaAccuracyOf(plain, normalizedVqaAnswer(name));
        known = known || score > 0;
        sum += probability * score;
    };
    if (result.allAnswers) {
        for (std::size_t i = 0; i < result.allAnswers->names->size(); ++i)
            take((*result.allAnswers->names)[i], double(result.allAnswers->probabilities[i]));
    } else {
        for (const Answer& answer : result.answers)
            take(answer.text, answer.probability);
    }
    return known ? std::optional(sum) : std::nullopt;
}

} // namespace vbs
