#include "core/datasets/example_score.h"

#include "core/datasets/vqa_answer.h"
#include "core/engine/task_table.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace vbs {

namespace {

constexpr float kOverlap = 0.5f;

using Figures = std::vector<ScoredFigure>;

Figures questionScore(const Example& example, const InferenceResult& result)
{
    const ExampleTruth& truth = example.truth;
    if (truth.answers.empty() && truth.scores.empty())
        return {};
    const double accuracy = result.answers.empty() ? 0 : vqaAccuracyOf(truth, result.answers.front().text);
    Figures figures{{"accuracy", accuracy, example.type, ""}};
    if (!truth.answerType.empty())
        figures.push_back({"accuracy " + truth.answerType, accuracy, "", ""});
    return figures;
}

Figures statementScore(const Example& example, const InferenceResult& result)
{
    if (!example.truth.label)
        return {};
    const bool right =
        !result.answers.empty() && result.answers.front().text == (*example.truth.label == 1 ? "true" : "false");
    Figures figures{{"accuracy", double(right), example.type, ""}};
    if (!example.truth.together.empty())
        figures.push_back({"consistency", double(right), "", example.truth.together});
    return figures;
}

Figures choiceScore(const Example& example, const InferenceResult& result)
{
    if (!example.truth.label)
        return {};
    const auto best = std::ranges::max_element(result.choices, {}, &ChoiceScore::probability);
    const bool right =
        best != result.choices.end() && std::size_t(best - result.choices.begin()) == *example.truth.label;
    Figures figures{{"accuracy", double(right), example.type, ""}};
    if (!example.truth.together.empty()) {
        figures.push_back({example.type == "answer" ? "Q -> A" : "QA -> R", double(right), "", ""});
        figures.push_back({"Q -> AR", double(right), "", example.truth.together});
    }
    return figures;
}

/// Regions from the most to the least probable, equal ones in their order.
std::vector<std::size_t> rankingOf(const std::vector<double>& shares)
{
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return shares[a] > shares[b]; });
    return order;
}

Figures phraseScore(const Example& example, const InferenceResult& result)
{
    const ExampleTruth& truth = example.truth;
    Figures figures;
    for (std::size_t p = 0; p < truth.phraseBoxes.size(); ++p) {
        if (truth.phraseBoxes[p].empty())
            continue;
        const std::vector<bool> fits = regionsFittingPhrase(truth, p, result.regions);
        const std::vector<std::size_t> order =
            p < result.phrases.size() ? rankingOf(result.phrases[p].regions) : std::vector<std::size_t>();
        const auto foundWithin = [&](std::size_t most) {
            return double(std::any_of(order.begin(), order.begin() + std::ptrdiff_t(std::min(most, order.size())),
                                      [&](std::size_t region) { return region < fits.size() && fits[region]; }));
        };
        const bool typed = p < truth.phraseTypes.size() && !truth.phraseTypes[p].empty();
        figures.push_back({"accuracy", foundWithin(1), typed ? truth.phraseTypes[p] : example.type, ""});
        figures.push_back({"recall at 5", foundWithin(5), "", ""});
        figures.push_back({"recall at 10", foundWithin(10), "", ""});
        figures.push_back({"upper bound", double(std::ranges::find(fits, true) != fits.end()), "", ""});
    }
    return figures;
}

Figures wordScore(const Example& example, const InferenceResult& result)
{
    Figures figures;
    for (std::size_t i = 0; i < example.truth.answers.size(); ++i) {
        const bool right = i < result.masks.size() && !result.masks[i].words.empty() &&
                           result.masks[i].words.front().text == example.truth.answers[i];
        figures.push_back({"accuracy", double(right), example.type, ""});
    }
    return figures;
}

Figures matchScore(const Example& example, const InferenceResult& result)
{
    if (!example.truth.label)
        return {};
    return {{"accuracy", double((result.match >= .5) == (*example.truth.label == 1)), example.type, ""}};
}

} // namespace

double vqaAccuracyOf(const ExampleTruth& truth, const std::string& answer)
{
    if (truth.answers.empty()) {
        const std::string normal = normalizedVqaAnswer(answer);
        double best = 0;
        for (const auto& [given, score] : truth.scores)
            if (normalizedVqaAnswer(given) == normal)
                best = std::max(best, score);
        return best;
    }
    std::vector<std::string> given;
    for (const std::string& one : truth.answers)
        given.push_back(strippedVqaAnswer(one));
    std::string predicted = strippedVqaAnswer(answer);
    const bool agreed = std::ranges::adjacent_find(given, std::not_equal_to()) == given.end();
    if (!agreed || truth.fewPeople) {
        for (std::string& one : given)
            one = normalizedVqaAnswer(one);
        predicted = normalizedVqaAnswer(predicted);
    }
    const auto people = double(given.size()), same = double(std::ranges::count(given, predicted));
    if (truth.fewPeople)
        return same / people;
    return (same * std::min(1., (same - 1) / 3) + (people - same) * std::min(1., same / 3)) / people;
}

std::vector<bool> regionsFittingPhrase(const ExampleTruth& truth, std::size_t phrase, const RegionSet& regions)
{
    const auto scale = [](int now, int then) { return now > 0 && then > 0 ? float(now) / float(then) : 1.f; };
    const float x = scale(regions.imageWidth, truth.width), y = scale(regions.imageHeight, truth.height);
    std::vector<bool> fits;
    for (const Region& region : regions.regions) {
        fits.push_back(std::ranges::any_of(truth.phraseBoxes.at(phrase), [&](const Box& box) {
            return intersectionOverUnion(region.box, {box.x1 * x, box.y1 * y, box.x2 * x, box.y2 * y}) >= kOverlap;
        }));
    }
    return fits;
}

std::vector<ScoredFigure> scoreOf(const Example& example, const InferenceResult& result)
{
    using Score = Figures (*)(const Example&, const InferenceResult&);
    // Tasks that data sets ask; another needs no row.
    static constexpr std::pair<Task, Score> kScores[] = {{Task::VisualQuestionAnswering, questionScore},
                                                         {Task::VisualReasoning, statementScore},
                                                         {Task::MultipleChoice, choiceScore},
                                                         {Task::RegionToPhrase, phraseScore},
                                                         {Task::MaskedWords, wordScore},
                                                         {Task::CaptionMatch, matchScore}};
    const auto row =
        std::ranges::find(kScores, example.task, [](const auto& item) { return std::optional(item.first); });
    return row == std::end(kScores) ? Figures() : row->second(example, result);
}

void ScoreSum::add(const std::vector<ScoredFigure>& figures)
{
    for (const ScoredFigure& figure : figures) {
        if (!figure.together.empty()) {
            auto [worst, isNew] = m_together[figure.measure].try_emplace(figure.together, figure.value);
            worst->second = std::min(worst->second, figure.value);
            continue;
        }
        add(figure.measure, figure.value);
        if (figure.measure == "accuracy") {
            Sum& sum = m_byType[figure.type];
            sum.sum += figure.value;
            sum.weight += 1;
        }
    }
}

void ScoreSum::add(const std::string& measure, double value, double weight)
{
    Sum& sum = m_sums[measure];
    sum.sum += value * weight;
    sum.weight += weight;
}

Json ScoreSum::toJson() const
{
    Json sums = Json::object(), byType = Json::object();
    for (const auto& [measure, sum] : m_sums)
        sums[measure] = {sum.sum, sum.weight};
    for (const auto& [type, sum] : m_byType)
        byType[type] = {sum.sum, sum.weight};
    return {{"sums", sums}, {"by_type", byType}, {"together", m_together}};
}

void ScoreSum::add(const Json& others)
{
    const auto addTo = [](std::map<std::string, Sum>& own, const Json& more) {
        for (const auto& item : more.items()) {
            own[item.key()].sum += item.value().at(0).get<double>();
            own[item.key()].weight += item.value().at(1).get<double>();
        }
    };
    addTo(m_sums, others.at("sums"));
    addTo(m_byType, others.at("by_type"));
    for (const auto& measure : others.at("together").items()) {
        for (const auto& group : measure.value().items()) {
            const auto value = group.value().get<double>();
            auto [worst, isNew] = m_together[measure.key()].try_emplace(group.key(), value);
            worst->second = std::min(worst->second, value);
        }
    }
}

std::map<std::string, double> ScoreSum::means() const
{
    std::map<std::string, double> means;
    for (const auto& [measure, sum] : m_sums)
        means[measure] = sum.weight > 0 ? sum.sum / sum.weight : 0;
    for (const auto& [measure, groups] : m_together) {
        double sum = 0;
        for (const auto& [group, worst] : groups)
            sum += worst;
        means[measure] = sum / double(groups.size());
    }
    return means;
}

std::map<std::string, ScoreSum::TypeMean> ScoreSum::accuracyByType() const
{
    std::map<std::string, TypeMean> types;
    for (const auto& [type, sum] : m_byType)
        types[type] = {sum.sum / sum.weight, std::size_t(sum.weight)};
    return types;
}

std::size_t ScoreSum::count() const
{
    const auto found = m_sums.find("accuracy");
    return found == m_sums.end() ? 0 : std::size_t(found->second.weight);
}

} // namespace vbs
