#include "core/report/result_json.h"

#include "core/base/ranking.h"
#include "core/engine/explanation_names.h"
#include "core/engine/task_names.h"

namespace vbs {

namespace {

OrderedJson listOf(const std::vector<Answer>& answers, const char* key)
{
    OrderedJson list = OrderedJson::array();
    for (const Answer& answer : answers)
        list.push_back({{key, answer.text}, {"probability", answer.probability}});
    return list;
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
    }
}

void addMasks(OrderedJson& json, const InferenceResult& result)
{
    json["masks"] = OrderedJson::array();
    for (const MaskedWord& mask : result.masks)
        json["masks"].push_back(listOf(mask.words, "word"));
    if (result.match >= 0)
        json["match"] = result.match;
}

void addAnswer(OrderedJson& json, const InferenceRequest& request, const InferenceResult& result)
{
    switch (request.task) {
    case Task::VisualQuestionAnswering:
        json["question"] = request.text;
        json["answers"] = listOf(result.answers, "answer");
        break;
    case Task::VisualReasoning:
        json["statement"] = request.text;
        addVerdict(json, result);
        break;
    case Task::MultipleChoice:
        json["question"] = request.text;
        addChoices(json, result);
        break;
    case Task::RegionToPhrase:
        json["sentence"] = request.text;
        addPhrases(json, result);
        break;
    case Task::MaskedWords:
        json["sentence"] = request.text;
        addMasks(json, result);
        break;
    case Task::CaptionMatch:
        json["sentence"] = request.text;
        json["match"] = result.match >= 0 ? OrderedJson(result.match) : OrderedJson();
        break;
    }
}

OrderedJson explanationJson(const InferenceRequest& request, const Explanation& explanation)
{
    OrderedJson json = {{"method", nameOf(request.explanation.method)}};
    if (!explanation.of.empty())
        json["of"] = explanation.of;
    json["regions"] = explanation.regions;
    if (request.task == Task::VisualReasoning)
        json["right_regions"] = explanation.rightRegions;
    json["tokens"] = explanation.tokens;
    return json;
}

} // namespace

OrderedJson resultJson(const InferenceRequest& request, const InferenceResult& result)
{
    OrderedJson json = {{"task", nameOf(request.task)}};
    addAnswer(json, request, result);
    json["regions"] = result.regions.regions.size();
    if (request.task == Task::VisualReasoning)
        json["right_regions"] = result.rightRegions.regions.size();
    if (!result.unknownWords.empty())
        json["unknown_words"] = result.unknownWords;
    if (request.explanation.method != ExplanationMethod::None)
        json["explanation"] = explanationJson(request, result.explanation);
    json["timing_ms"] = {{"extract", result.timing.extractMs}, {"infer", result.timing.inferMs}};
    json["device"] = result.device;
    json["precision"] = result.precision;
    return json;
}

std::string jsonText(const OrderedJson& json)
{
    return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace);
}

} // namespace vbs
