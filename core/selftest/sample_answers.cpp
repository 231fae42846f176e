#include "core/selftest/sample_answers.h"

#include "core/base/ranking.h"
#include "core/engine/region_name.h"
#include "core/image/image_io.h"
#include "core/text/phrases.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace vbs {

namespace {

constexpr float kSamePlace = 0.5f; ///< overlap from which two boxes are one thing

class Pictures {
public:
    ImagePtr of(const std::filesystem::path& path)
    {
        if (path.empty())
            return nullptr;
        ImagePtr& picture = m_known[path];
        if (!picture)
            picture = std::make_shared<const RgbImage>(readImage(path));
        return picture;
    }

private:
    std::map<std::filesystem::path, ImagePtr> m_known;
};

std::size_t greatest(const std::vector<double>& values)
{
    return greatestFirst(values).at(0);
}

void addPart(std::string& text, const std::string& part)
{
    text += (text.empty() ? "" : ", ") + part;
}

std::map<std::string, double> probabilitiesOf(const std::vector<Answer>& listed, const DistributionPtr& all)
{
    std::map<std::string, double> named;
    for (const Answer& answer : listed)
        named[answer.text] = answer.probability;
    if (all)
        for (std::size_t i = 0; i < all->names->size(); ++i)
            named[all->names->at(i)] = double(all->probabilities.at(i));
    return named;
}

/// What one lacks has the probability 0 there.
double differenceOf(const std::map<std::string, double>& first, const std::map<std::string, double>& second)
{
    double largest = 0;
    const auto look = [&](const auto& from, const auto& in) {
        for (const auto& [name, probability] : from) {
            const auto found = in.find(name);
            const double difference = std::abs(probability - (found != in.end() ? found->second : 0));
            largest = std::isnan(difference) ? difference : std::max(largest, difference);
        }
    };
    look(first, second);
    look(second, first);
    return largest;
}

double differenceOfPhrase(const PhraseRegions& phrase, const RegionSet& regions, const PhraseRegions& other,
                          const RegionSet& otherRegions)
{
    const std::size_t meant = greatest(phrase.regions);
    const Box& box = regions.regions.at(meant).box;
    double difference = 1;
    float nearest = kSamePlace;
    for (std::size_t i = 0; i < otherRegions.regions.size(); ++i) {
        const float overlap = intersectionOverUnion(box, otherRegions.regions[i].box);
        if (overlap >= nearest && otherRegions.regions[i].wholeImage == regions.regions[meant].wholeImage) {
            nearest = overlap;
            difference = std::abs(phrase.regions[meant] - other.regions.at(i));
        }
    }
    return difference;
}

std::vector<double> weightsOf(const Explanation& explanation)
{
    std::vector<double> weights = explanation.tokens;
    weights.insert(weights.end(), explanation.regions.begin(), explanation.regions.end());
    weights.insert(weights.end(), explanation.rightRegions.begin(), explanation.rightRegions.end());
    return weights;
}

} // namespace

std::vector<InferenceRequest> sampleQuestions(const PackInfo& pack, bool few)
{
    std::vector<InferenceRequest> questions;
    std::set<Task> seen;
    Pictures pictures;
    for (const PackExample& example : pack.examples) {
        if (!seen.insert(example.task).second && few)
            continue;
        InferenceRequest question;
        question.task = example.task;
        question.image = pictures.of(example.picture);
        question.rightImage = pictures.of(example.rightPicture);
        question.text = example.text;
        question.choices = example.choices;
        if (example.task == Task::RegionToPhrase) {
            const MarkedSentence marked = readMarkedSentence(example.text);
            question.text = marked.text;
            for (const auto& phrase : marked.phrases)
                question.phrases.push_back({phrase.begin, phrase.end});
        }
        question.blindToo = question.presenceToo = true; // what is computed besides goes its own ways
        questions.push_back(question);
        question.phraseSource = PhraseSource::Hiding;
        if (example.task == Task::RegionToPhrase && std::ranges::count(pack.phraseSources, PhraseSource::Hiding) > 0)
            questions.push_back(std::move(question));
    }
    return questions;
}

std::string said(const InferenceResult& result)
{
    std::string text;
    if (!result.choices.empty())
        return std::ranges::max(result.choices, {}, &ChoiceScore::probability).text;
    for (const PhraseRegions& phrase : result.phrases)
        addPart(text, nameOf(result.regions.regions.at(greatest(phrase.regions))));
    for (const MaskedWord& mask : result.masks)
        addPart(text, mask.words.at(0).text);
    if (text.empty() && !result.answers.empty())
        return result.answers.front().text;
    if (text.empty() && result.match >= 0)
        return result.match >= 0.5 ? "it fits" : "it does not fit";
    return text;
}

double largestDifference(const InferenceResult& first, const InferenceResult& second)
{
    double largest = differenceOf(probabilitiesOf(first.answers, first.allAnswers),
                                  probabilitiesOf(second.answers, second.allAnswers));
    const auto add = [&](double difference) {
        largest = std::isnan(difference) ? difference : std::max(largest, difference); // a NaN stays
    };
    if (first.choices.size() != second.choices.size() || first.phrases.size() != second.phrases.size() ||
        first.masks.size() != second.masks.size() || first.presences.size() != second.presences.size())
        return std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < first.choices.size(); ++i)
        add(std::abs(first.choices[i].probability - second.choices[i].probability));
    for (std::size_t i = 0; i < first.phrases.size(); ++i)
        add(differenceOfPhrase(first.phrases[i], first.regions, second.phrases[i], second.regions));
    for (std::size_t i = 0; i < first.masks.size(); ++i)
        add(differenceOf(probabilitiesOf(first.masks[i].words, first.masks[i].all),
                         probabilitiesOf(second.masks[i].words, second.masks[i].all)));
    add(std::abs(first.match - second.match));
    add(differenceOf(probabilitiesOf(first.blindAnswers, first.allBlind),
                     probabilitiesOf(second.blindAnswers, second.allBlind)));
    for (std::size_t i = 0; i < first.presences.size(); ++i)
        add(std::abs(first.presences[i].probability - second.presences[i].probability));
    return largest;
}

double largestDifference(const Explanation& first, const Explanation& second)
{
    const std::vector<double> a = weightsOf(first), b = weightsOf(second);
    if (a.size() != b.size())
        return std::numeric_limits<double>::infinity();
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = std::abs(a[i] - b[i]);
        if (std::isnan(difference))
            return difference;
        largest = std::max(largest, difference);
    }
    return largest;
}

} // namespace vbs
