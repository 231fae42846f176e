#include "core/review/predicted_result.h"

#include "core/base/error.h"
#include "core/base/json.h"

#include <cmath>
#include <limits>

namespace vbs {

namespace {

/// A place in a picture, or an overlap.
double rounded(double value)
{
    return std::round(value * 1e4) / 1e4;
}

/// A probability: what is first of several has to stay so.
double roundedShare(double value)
{
    return std::round(value * 1e6) / 1e6;
}

OrderedJson boxRecord(const Box& box)
{
    return {rounded(box.x1), rounded(box.y1), rounded(box.x2), rounded(box.y2)};
}

[[noreturn]] void refuseResult()
{
    throw Error(ErrorCode::CorruptData,
                sentence("A model's result in the project is damaged: let the model answer again."));
}

/// Numbers are places in a picture or probabilities: none is near what a float or an int cannot hold.
double numberOfRecord(const Json& json)
{
    if (!isFiniteNumber(json) || std::abs(json.get<double>()) > double(std::numeric_limits<int>::max()))
        refuseResult();
    return json.get<double>();
}

Box boxOfRecord(const Json& json)
{
    if (!json.is_array() || json.size() != 4)
        refuseResult();
    const auto edge = [&](std::size_t i) { return float(numberOfRecord(json[i])); };
    return {edge(0), edge(1), edge(2), edge(3)};
}

Json listOfRecord(const Json& json, const char* key)
{
    Json list = json.value(key, Json::array());
    if (!list.is_array())
        refuseResult();
    return list;
}

OrderedJson phraseRecord(const PredictedResult::PhraseGuess& phrase)
{
    OrderedJson boxes = OrderedJson::array(), probabilities = OrderedJson::array();
    for (const Box& box : phrase.boxes)
        boxes.push_back(boxRecord(box));
    for (const double probability : phrase.probabilities)
        probabilities.push_back(roundedShare(probability));
    return {{"boxes", boxes}, {"p", probabilities}, {"overlap", rounded(phrase.overlap)}, {"within", phrase.within}};
}

PredictedResult::PhraseGuess phraseOfRecord(const Json& json)
{
    PredictedResult::PhraseGuess phrase;
    for (const Json& box : json.at("boxes"))
        phrase.boxes.push_back(boxOfRecord(box));
    for (const Json& probability : json.at("p"))
        phrase.probabilities.push_back(numberOfRecord(probability));
    if (phrase.probabilities.size() != phrase.boxes.size())
        refuseResult();
    phrase.overlap = numberOfRecord(json.at("overlap"));
    phrase.within = json.at("within");
    return phrase;
}

} // namespace

std::string recordOf(const PredictedResult& result)
{
    OrderedJson json = OrderedJson::object();
    for (const Answer& answer : result.answers)
        json["answers"].push_back({answer.text, roundedShare(answer.probability)});
    for (const PredictedResult::PhraseGuess& phrase : result.phrases)
        json["phrases"].push_back(phraseRecord(phrase));
    for (const Region& region : result.regions)
        json["regions"].push_back(
            {{"box", boxRecord(region.box)}, {"label", region.label}, {"p", roundedShare(region.score)}});
    if (result.width > 0)
        json["size"] = {result.width, result.height};
    return jsonText(json, -1);
}

PredictedResult predictedResultOf(const std::string& record)
{
    const Json json = parseJson(record, "A model's result");
    try {
        PredictedResult result;
        for (const Json& answer : listOfRecord(json, "answers"))
            result.answers.push_back({answer.at(0), numberOfRecord(answer.at(1))});
        for (const Json& phrase : listOfRecord(json, "phrases"))
            result.phrases.push_back(phraseOfRecord(phrase));
        for (const Json& region : listOfRecord(json, "regions")) {
            Region read;
            read.box = boxOfRecord(region.at("box"));
            read.label = region.at("label");
            read.score = float(numberOfRecord(region.at("p")));
            result.regions.push_back(std::move(read));
        }
        if (const auto size = json.find("size"); size != json.end()) {
            result.width = int(numberOfRecord(size->at(0)));
            result.height = int(numberOfRecord(size->at(1)));
        }
        return result;
    } catch (const Json::exception&) {
        refuseResult();
    }
}

} // namespace vbs
