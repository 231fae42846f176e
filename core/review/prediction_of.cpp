#include "core/review/prediction_of.h"

#include "core/datasets/example_score.h"
#include "core/review/box_findings.h"
#include "core/review/expected_score.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vbs {

namespace {

constexpr double kMostSurprise = 20;
constexpr std::size_t kRegionsKept = 10; ///< what recall at 10 needs

double surpriseOf(double probability)
{
    return std::clamp(-std::log(probability), 0., kMostSurprise);
}

/// Negative without probabilities: what was not answered is not certain.
template <typename Numbers> double entropyOf(const Numbers& probabilities)
{
    double entropy = probabilities.empty() ? -1 : 0;
    for (const double p : probabilities)
        entropy -= p > 0 ? p * std::log(p) : 0;
    return entropy;
}

std::vector<double> probabilitiesOf(const std::vector<Answer>& answers)
{
    std::vector<double> probabilities;
    for (const Answer& answer : answers)
        probabilities.push_back(answer.probability);
    return probabilities;
}

std::string withPercent(const std::string& text, double probability)
{
    return text + " " + std::to_string(std::lround(100 * probability)) + " %";
}

void lookAtAnswers(const Example& example, const InferenceResult& result, Prediction& prediction, PredictedResult& kept)
{
    kept.answers = result.answers;
    prediction.entropy =
        result.allAnswers ? entropyOf(result.allAnswers->probabilities) : entropyOf(probabilitiesOf(result.answers));
    if (!result.answers.empty())
        prediction.guess = withPercent(result.answers.front().text, result.answers.front().probability);
    if (example.truth.label) { // a statement
        const std::string label = *example.truth.label == 1 ? "true" : "false";
        for (const Answer& answer : result.answers)
            if (answer.text == label)
                prediction.surprise = surpriseOf(answer.probability);
    } else if (const auto score = expectedVqaScore(example.truth, result)) {
        prediction.surprise = surpriseOf(*score);
    }
}

void lookAtChoices(const Example& example, const InferenceResult& result, Prediction& prediction, PredictedResult& kept)
{
    for (const ChoiceScore& choice : result.choices)
        kept.answers.push_back({choice.text, choice.probability});
    prediction.entropy = entropyOf(probabilitiesOf(kept.answers));
    const auto best = std::ranges::max_element(result.choices, {}, &ChoiceScore::probability);
    if (best != result.choices.end())
        prediction.guess = withPercent(best->text, best->probability);
    if (example.truth.label && *example.truth.label < result.choices.size())
        prediction.surprise = surpriseOf(result.choices[*example.truth.label].probability);
}

/// Annotated boxes in pixels of the picture that was looked at.
std::vector<Box> scaledBoxes(const ExampleTruth& truth, std::size_t phrase, const RegionSet& regions)
{
    const auto scale = [](int now, int then) { return now > 0 && then > 0 ? float(now) / float(then) : 1.f; };
    const float x = scale(regions.imageWidth, truth.width), y = scale(regions.imageHeight, truth.height);
    std::vector<Box> boxes;
    for (const Box& box : truth.phraseBoxes.at(phrase))
        boxes.push_back({box.x1 * x, box.y1 * y, box.x2 * x, box.y2 * y});
    return boxes;
}

double bestOverlap(const Box& box, const std::vector<Box>& others)
{
    double best = 0;
    for (const Box& other : others)
        best = std::max(best, double(intersectionOverUnion(box, other)));
    return best;
}

void lookAtPhrases(const Example& example, const InferenceResult& result, Prediction& prediction, PredictedResult& kept)
{
    const std::vector<Region>& regions = result.regions.regions;
    for (std::size_t p = 0; p < result.phrases.size(); ++p) {
        const std::vector<double>& shares = result.phrases[p].regions;
        std::vector<std::size_t> order(std::min(shares.size(), regions.size()));
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return shares[i]; });
        PredictedResult::PhraseGuess guess;
        for (const std::size_t region : order) {
            if (guess.boxes.size() == kRegionsKept)
                break;
            guess.boxes.push_back(regions[region].box);
            guess.probabilities.push_back(shares[region]);
        }
        if (!order.empty())
            prediction.guess += (p > 0 ? ", " : "") + result.phrases[p].text + ": " +
                                withPercent(regions[order.front()].label, shares[order.front()]);
        if (p < example.truth.phraseBoxes.size() && !example.truth.phraseBoxes[p].empty() && !guess.boxes.empty()) {
            const std::vector<Box> truth = scaledBoxes(example.truth, p, result.regions);
            guess.overlap = bestOverlap(guess.boxes.front(), truth);
            prediction.surprise = std::max(prediction.surprise, 1 - guess.overlap);
            guess.within = std::ranges::any_of(
                regions, [&](const Region& region) { return bestOverlap(region.box, truth) >= .5; });
        }
        kept.phrases.push_back(std::move(guess));
    }
}

std::string findingsInWords(const std::vector<BoxFinding>& findings)
{
    static constexpr const char* kNames[] = {"missed", "spurious", "named differently", "loose"};
    std::string words;
    for (std::size_t kind = 0; kind < std::size(kNames); ++kind) {
        const auto count = std::ranges::count(findings, static_cast<BoxFindingKind>(kind), &BoxFinding::kind);
        if (count > 0)
            words += (words.empty() ? "" : ", ") + std::to_string(count) + " " + kNames[kind];
    }
    return words.empty() ? "as annotated" : words;
}

void judgeBoxes(const Example& example, const std::vector<Region>& regions, const std::set<std::string>& knownLabels,
                Prediction& prediction)
{
    const std::vector<BoxFinding> findings = findingsOf(example.truth.boxes, regions, knownLabels);
    prediction.guess = findingsInWords(findings);
    prediction.surprise = findings.empty() ? 0 : findings.front().weight;
    prediction.score = findings.empty() ? 1 : 0;
}

double meanAccuracy(const Example& example, const InferenceResult& result)
{
    double sum = 0;
    std::size_t count = 0;
    for (const ScoredFigure& figure : scoreOf(example, result)) {
        if (figure.measure != "accuracy")
            continue;
        sum += figure.value;
        ++count;
    }
    return count > 0 ? sum / double(count) : -1;
}

} // namespace

Prediction predictionOf(const ReviewItem& item, const InferenceResult& result, const std::set<std::string>& knownLabels)
{
    const Example& example = item.example;
    Prediction prediction;
    prediction.item = item.number;
    PredictedResult kept;
    if (!example.task) {
        kept.width = result.regions.imageWidth;
        kept.height = result.regions.imageHeight;
        std::ranges::copy_if(result.regions.regions, std::back_inserter(kept.regions),
                             [](const Region& region) { return !region.wholeImage; });
    } else {
        prediction.score = meanAccuracy(example, result);
        if (!result.choices.empty()) {
            lookAtChoices(example, result, prediction, kept);
        } else if (!result.phrases.empty()) {
            kept.width = result.regions.imageWidth;
            kept.height = result.regions.imageHeight;
            lookAtPhrases(example, result, prediction, kept);
        } else {
            lookAtAnswers(example, result, prediction, kept);
        }
    }
    prediction.result = recordOf(kept);
    return example.task ? prediction : predictionAgain(item, prediction, knownLabels);
}

Prediction predictionAgain(const ReviewItem& item, const Prediction& before, const std::set<std::string>& knownLabels)
{
    // By the numbers as they are kept: else the first judgement would differ from the suggestions, and from the next.
    Prediction again = before;
    judgeBoxes(item.example, predictedResultOf(before.result).regions, knownLabels, again);
    return again;
}

} // namespace vbs
