#include "core/report/answer_json.h"

#include "core/base/ranking.h"

namespace vbs {

OrderedJson answersJson(const std::vector<Answer>& answers, const char* key)
{
    OrderedJson list = OrderedJson::array();
    for (const Answer& answer : answers)
        list.push_back({{key, answer.text}, {"probability", answer.probability}});
    return list;
}

void addAnswers(OrderedJson& json, const InferenceResult& result)
{
    json["answers"] = answersJson(result.answers, "answer");
}

void addVerdict(OrderedJson& json, const InferenceResult& result)
{
    json["verdict"] = nullptr;
    json["probability"] = nullptr;
    if (result.answers.empty())
        return;
    json["verdict"] = result.answers.front().text == "true";
    json["probability"] = result.answers.front().probability;
}

void addChoices(OrderedJson& json, const InferenceResult& result)
{
    json["choices"] = OrderedJson::array();
    for (const ChoiceScore& choice : result.choices)
        json["choices"].push_back(
            {{"choice", choice.text}, {"score", choice.score}, {"probability", choice.probability}});
}

void addPhrases(OrderedJson& json, const InferenceResult& result)
{
    json["phrases"] = OrderedJson::array();
    for (const PhraseRegions& phrase : result.phrases) {
        OrderedJson regions = OrderedJson::array();
        for (const std::size_t i : greatestFirst(phrase.regions)) {
            if (i >= result.regions.regions.size())
                continue;
            const Box& box = result.regions.regions[i].box;
            regions.push_back({{"box", {box.x1, box.y1, box.x2, box.y2}}, {"probability", phrase.regions[i]}});
        }
        json["phrases"].push_back({{"phrase", phrase.text}, {"regions", regions}});
        if (const Presence* presence = presenceOf(result, phrase.span))
            json["phrases"].back()["present"] = presence->probability;
    }
}

void addMasks(OrderedJson& json, const InferenceResult& result)
{
    json["masks"] = OrderedJson::array();
    for (const MaskedWord& mask : result.masks)
        json["masks"].push_back(answersJson(mask.words, "word"));
    if (result.match >= 0)
        json["match"] = result.match;
}

void addMatch(OrderedJson& json, const InferenceResult& result)
{
    json["match"] = result.match >= 0 ? OrderedJson(result.match) : OrderedJson();
}

} // namespace vbs
