#include "core/review/suggestion.h"

#include "core/datasets/vqa_answer.h"
#include "core/review/box_findings.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace vbs {

namespace {

void takeAnswer(Example& example, const std::string& answer)
{
    ExampleTruth& truth = example.truth;
    if (truth.answers.empty()) {
        truth.scores = {{answer, 1.}};
        return;
    }
    std::map<std::string, int> tally;
    for (const std::string& one : truth.answers)
        ++tally[normalizedVqaAnswer(one)];
    const auto countOf = [&](const std::string& one) { return tally.at(normalizedVqaAnswer(one)); };
    const std::string most = normalizedVqaAnswer(*std::ranges::max_element(truth.answers, {}, countOf));
    for (std::string& one : truth.answers)
        if (normalizedVqaAnswer(one) == most)
            one = answer;
}

std::vector<Suggestion> answersFor(const Example& example, const std::vector<Answer>& answers)
{
    std::vector<Suggestion> suggestions;
    for (const Answer& answer : answers) {
        Example taken = example;
        if (example.task == Task::VisualReasoning)
            taken.truth.label = answer.text == "true" ? 1 : 0;
        else
            takeAnswer(taken, answer.text);
        suggestions.push_back({answer.text, answer.probability, std::move(taken)});
    }
    return suggestions;
}

std::vector<Suggestion> choicesFor(const Example& example, const std::vector<Answer>& choices)
{
    std::vector<std::size_t> order(choices.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return choices[i].probability; });
    std::vector<Suggestion> suggestions;
    for (const std::size_t choice : order) {
        Example taken = example;
        taken.truth.label = choice;
        suggestions.push_back({choices[choice].text, choices[choice].probability, std::move(taken)});
    }
    return suggestions;
}

std::vector<Suggestion> phraseBoxesFor(const Example& example, const PredictedResult& predicted, std::size_t phrase)
{
    std::vector<Suggestion> suggestions;
    if (phrase >= predicted.phrases.size() || phrase >= example.truth.phraseBoxes.size())
        return suggestions;
    const auto scale = [](int then, int now) { return now > 0 && then > 0 ? float(then) / float(now) : 1.f; };
    const float x = scale(example.truth.width, predicted.width), y = scale(example.truth.height, predicted.height);
    const PredictedResult::PhraseGuess& guess = predicted.phrases[phrase];
    for (std::size_t i = 0; i < guess.boxes.size(); ++i) {
        const Box& box = guess.boxes[i];
        Example taken = example;
        taken.truth.phraseBoxes[phrase] = {{box.x1 * x, box.y1 * y, box.x2 * x, box.y2 * y}};
        suggestions.push_back({"region " + std::to_string(i + 1),
                               i < guess.probabilities.size() ? guess.probabilities[i] : -1, std::move(taken)});
    }
    return suggestions;
}

std::vector<Suggestion> boxesFor(const Example& example, const PredictedResult& predicted,
                                 const std::set<std::string>& knownLabels)
{
    std::vector<Suggestion> suggestions;
    const std::vector<LabelledBox>& boxes = example.truth.boxes;
    for (const BoxFinding& finding : findingsOf(boxes, predicted.regions, knownLabels)) {
        Example taken = example;
        std::vector<LabelledBox>& now = taken.truth.boxes;
        const Region region = finding.region < 0 ? Region() : predicted.regions[std::size_t(finding.region)];
        switch (finding.kind) {
        case BoxFindingKind::Missed:
            now.push_back({region.box, region.label, -1});
            break;
        case BoxFindingKind::Spurious:
            now.erase(now.begin() + finding.box);
            break;
        case BoxFindingKind::LabelDiffers:
            now[std::size_t(finding.box)].label = region.label;
            break;
        case BoxFindingKind::Loose:
            now[std::size_t(finding.box)].box = region.box;
            break;
        }
        suggestions.push_back({inWords(finding, boxes, predicted.regions), finding.weight, std::move(taken)});
    }
    return suggestions;
}

} // namespace

std::vector<Suggestion> suggestionsFor(const Example& example, const PredictedResult& predicted,
                                       const std::set<std::string>& knownLabels, std::size_t phrase)
{
    if (!example.task)
        return boxesFor(example, predicted, knownLabels);
    if (!predicted.phrases.empty())
        return phraseBoxesFor(example, predicted, phrase);
    return example.choices.empty() ? answersFor(example, predicted.answers) : choicesFor(example, predicted.answers);
}

} // namespace vbs
