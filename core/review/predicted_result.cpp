#include "core/review/predicted_result.h"

#include "core/base/error.h"
#include "core/base/json.h"

#include <cmath>

namespace vbs {

namespace {

double rounded(double value)
{
    return std::round(value * 10000) / 10000;
}

OrderedJson boxRecord(const Box& box)
{
    return {rounded(box.x1), rounded(box.y1), rounded(box.x2), rounded(box.y2)};
}

Box boxOfRecord(const Json& json)
{
    return {json.at(0), json.at(1), json.at(2), json.at(3)};
}

OrderedJson phraseRecord(const PredictedResult::PhraseGuess& phrase)
{
    OrderedJson boxes = OrderedJson::array(), probabilities = OrderedJson::array();
    for (const Box& box : phrase.boxes)
        boxes.push_back(boxRecord(box));
    for (const double probability : phrase.probabilities)
        probabilities.push_back(rounded(probability));
    return {{"boxes", boxes}, {"p", probabilities}, {"overlap", rounded(phrase.overlap)}, {"within", phrase.within}};
}

PredictedResult::PhraseGuess phraseOfRecord(const Json& json)
{
    PredictedResult::PhraseGuess phrase;
    for (const Json& box : json.at("boxes"))
        phrase.boxes.push_back(boxOfRecord(box));
    phrase.probabilities = json.at("p").get<std::vector<double>>();
    phrase.overlap = json.at("overlap");
    phrase.within = json.at("within");
    return phrase;
}

} // namespace

std::string recordOf(const PredictedResult& result)
{
    OrderedJson json = OrderedJson::object();
    for (const Answer& answer : result.answers)
        json["answers"].push_back({answer.text, rounded(answer.probability)});
    for (const PredictedResult::PhraseGuess& phrase : result.phrases)
        json["phrases"].push_back(phraseRecord(phrase));
    for (const Region& region : result.regions)
        json["regions"].push_back(
            {{"box", boxRecord(region.box)}, {"label", region.label}, {"p", rounded(region.score)}});
    if (result.width > 0)
        json["size"] = {result.width, result.height};
    return jsonText(json, -1);
}

PredictedResult predictedResultOf(const std::string& record)
{
    const Json json = parseJson(record, "A model's result");
    try {
        PredictedResult result;
        for (const Json& answer : json.value("answers", Json::array()))
            result.answers.push_back({answer.at(0), answer.at(1)});
        for (const Json& phrase : json.value("phrases", Json::array()))
            result.phrases.push_back(phraseOfRecord(phrase));
        for (const Json& region : json.value("regions", Json::array())) {
            Region read;
            read.box = boxOfRecord(region.at("box"));
            read.label = region.at("label");
            read.score = region.at("p");
            result.regions.push_back(std::move(read));
        }
        if (const auto size = json.find("size"); size != json.end()) {
            result.width = size->at(0);
            result.height = size->at(1);
        }
        return result;
    } catch (const Json::exception&) {
        throw Error(ErrorCode::CorruptData, "A model's result in the project is damaged: let the model answer again.");
    }
}

} // namespace vbs
