#include "core/diff/answer_difference.h"

#include "core/engine/region_name.h"
#include "core/look/single_answer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace vbs {
namespace {

constexpr float kSameRegion = 0.5F; // the overlap by which Flickr30k Entities counts a phrase as found

std::optional<std::size_t> bestRegion(const PhraseRegions& phrase)
{
    if (phrase.regions.empty())
        return {};
    return std::size_t(std::ranges::max_element(phrase.regions) - phrase.regions.begin());
}

bool hasSingleAnswer(const InferenceResult& result)
{
    return result.task != Task::RegionToPhrase;
}

std::map<std::string, double> sharesOf(const DistributionPtr& all, const std::vector<Answer>& listed)
{
    std::map<std::string, double> shares;
    if (all)
        for (std::size_t i = 0; i < all->names->size(); ++i)
            shares[(*all->names)[i]] += double(all->probabilities[i]);
    else
        for (const Answer& answer : listed)
            shares[answer.text] = answer.probability;
    return shares;
}

std::map<std::string, double> sharesOf(const InferenceResult& result)
{
    if (result.task == Task::MultipleChoice) {
        std::map<std::string, double> shares;
        for (std::size_t i = 0; i < result.choices.size(); ++i) // two choices may read alike
            shares[std::to_string(i)] = result.choices[i].probability;
        return shares;
    }
    if (result.task == Task::CaptionMatch)
        return {{"true", result.match}, {"false", 1 - result.match}};
    if (result.task == Task::MaskedWords && !result.masks.empty())
        return sharesOf(result.masks.front().all, result.masks.front().words);
    return sharesOf(result.allAnswers, result.answers);
}

double shareOfOtherRegions(const InferenceResult& a, const InferenceResult& b)
{
    const std::size_t phrases = std::min(a.phrases.size(), b.phrases.size());
    std::size_t others = 0;
    for (std::size_t i = 0; i < phrases; ++i) {
        const auto inA = bestRegion(a.phrases[i]), inB = bestRegion(b.phrases[i]);
        const bool same =
            inA && inB && isAbsent(a, a.phrases[i].span) == isAbsent(b, b.phrases[i].span) &&
            intersectionOverUnion(a.regions.regions.at(*inA).box, b.regions.regions.at(*inB).box) >= kSameRegion;
        others += same ? 0 : 1;
    }
    return phrases > 0 ? double(others) / double(phrases) : 0;
}

std::string regionOf(const InferenceResult& result, const PhraseRegions& phrase)
{
    if (isAbsent(result, phrase.span))
        return "not in this picture";
    const auto best = bestRegion(phrase);
    return best ? nameOf(result.regions.regions.at(*best)) : "no region";
}

} // namespace

std::string answerInWords(const InferenceResult& result)
{
    if (hasSingleAnswer(result))
        return singleAnswerOf(result).text;
    std::string words;
    for (const PhraseRegions& phrase : result.phrases)
        words += (words.empty() ? "" : ", ") + phrase.text + ": " + regionOf(result, phrase);
    return words;
}

double answerProbability(const InferenceResult& result)
{
    if (hasSingleAnswer(result))
        return singleAnswerOf(result).probability;
    double least = result.phrases.empty() ? 0 : 1;
    for (const PhraseRegions& phrase : result.phrases) {
        const auto best = bestRegion(phrase);
        least = std::min(least, best ? phrase.regions[*best] : 0);
    }
    return least;
}

bool giveTheSame(const InferenceResult& a, const InferenceResult& b)
{
    return hasSingleAnswer(a) ? singleAnswerOf(a).text == singleAnswerOf(b).text : shareOfOtherRegions(a, b) == 0;
}

double answerDistance(const InferenceResult& a, const InferenceResult& b)
{
    if (!hasSingleAnswer(a))
        return shareOfOtherRegions(a, b);
    const std::map<std::string, double> inA = sharesOf(a), inB = sharesOf(b);
    double sum = 0;
    for (const auto& [name, share] : inA) {
        const auto other = inB.find(name);
        sum += std::abs(share - (other == inB.end() ? 0 : other->second));
    }
    for (const auto& [name, share] : inB)
        if (!inA.contains(name))
            sum += share;
    return std::min(1.0, sum / 2);
}

} // namespace vbs
