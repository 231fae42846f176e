#include "core/review/correction.h"

#include "core/base/error.h"
#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>

namespace vbs {

namespace {

OrderedJson jsonOfBox(const Box& box)
{
    return {box.x1, box.y1, box.x2, box.y2};
}

OrderedJson jsonOfBoxes(const std::vector<LabelledBox>& boxes)
{
    OrderedJson list = OrderedJson::array();
    for (const LabelledBox& box : boxes) {
        list.push_back({{"box", jsonOfBox(box.box)}, {"label", box.label}});
        if (box.record >= 0)
            list.back()["record"] = box.record;
    }
    return list;
}

OrderedJson jsonOfPhraseBoxes(const std::vector<std::vector<Box>>& phrases)
{
    OrderedJson list = OrderedJson::array();
    for (const std::vector<Box>& boxes : phrases) {
        list.push_back(OrderedJson::array());
        for (const Box& box : boxes)
            list.back().push_back(jsonOfBox(box));
    }
    return list;
}

[[noreturn]] void refuseCorrection(const Sentence& why)
{
    throw Error(ErrorCode::CorruptData, sentence("A correction cannot be used: %1", why));
}

Box boxOfJson(const Json& json)
{
    if (!json.is_array() || json.size() != 4)
        refuseCorrection(sentence("a box needs four numbers."));
    std::array<float, 4> edges{};
    for (std::size_t i = 0; i < 4; ++i) {
        if (!isFiniteNumber(json[i]) || std::abs(json[i].get<double>()) > double(std::numeric_limits<int>::max()))
            refuseCorrection(sentence("a box needs four numbers that are places in a picture."));
        edges[i] = json[i].get<float>();
    }
    return {edges[0], edges[1], edges[2], edges[3]};
}

const Json& listIn(const Json& value)
{
    if (!value.is_array())
        refuseCorrection(sentence("a list is needed where %1 stands.", jsonKind(value)));
    return value;
}

std::string textIn(const Json& value)
{
    if (!value.is_string())
        refuseCorrection(sentence("a text is needed where %1 stands.", jsonKind(value)));
    return value.get<std::string>();
}

void correctAnswers(Example& example, const Json& value)
{
    if (listIn(value).size() != example.truth.answers.size())
        refuseCorrection(sentence("the question has %1 answers, and it keeps as many.", example.truth.answers.size()));
    for (std::size_t i = 0; i < value.size(); ++i)
        example.truth.answers[i] = textIn(value[i]);
}

void correctScores(Example& example, const Json& value)
{
    if (!value.is_object())
        refuseCorrection(sentence("\"scores\" needs answers with their scores."));
    example.truth.scores.clear();
    for (const auto& [answer, score] : value.items()) {
        if (!isFiniteNumber(score) || score < 0 || score > 1)
            refuseCorrection(sentence("the score of \"%1\" is none from 0 to 1.", answer));
        example.truth.scores[answer] = score;
    }
}

void correctLabel(Example& example, const Json& value)
{
    const std::size_t choices = example.choices.empty() ? 2 : example.choices.size();
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() >= choices)
        refuseCorrection(sentence("the label has to be a whole number below %1.", choices));
    example.truth.label = value.get<std::size_t>();
}

void correctPhraseBoxes(Example& example, const Json& value)
{
    if (listIn(value).size() != example.truth.phraseBoxes.size())
        refuseCorrection(
            sentence("the caption has %1 phrases, and it keeps as many.", example.truth.phraseBoxes.size()));
    for (std::size_t i = 0; i < value.size(); ++i) {
        example.truth.phraseBoxes[i].clear();
        for (const Json& box : listIn(value[i]))
            example.truth.phraseBoxes[i].push_back(boxOfJson(box));
    }
}

void correctBoxes(Example& example, const Json& value)
{
    example.truth.boxes.clear();
    for (const Json& item : listIn(value)) {
        if (!item.is_object() || !item.contains("box"))
            refuseCorrection(sentence("every one of \"boxes\" needs a \"box\"."));
        LabelledBox box{boxOfJson(item["box"]), item.contains("label") ? textIn(item["label"]) : "", -1};
        if (const auto record = item.find("record"); record != item.end()) {
            if (!record->is_number_integer())
                refuseCorrection(sentence("\"record\" is no whole number."));
            box.record = record->get<std::ptrdiff_t>();
        }
        example.truth.boxes.push_back(std::move(box));
    }
}

void correctText(Example& example, const Json& value)
{
    example.text = textIn(value);
}

struct CorrectedField {
    std::string_view key;
    void (*apply)(Example& example, const Json& value);
};

constexpr CorrectedField kFields[] = {{"text", correctText},     {"answers", correctAnswers},
                                      {"scores", correctScores}, {"label", correctLabel},
                                      {"boxes", correctBoxes},   {"phrase_boxes", correctPhraseBoxes}};

} // namespace

std::string correctionOf(const Example& before, const Example& after)
{
    OrderedJson json;
    if (after.text != before.text)
        json["text"] = after.text;
    if (after.truth.answers != before.truth.answers)
        json["answers"] = after.truth.answers;
    if (after.truth.scores != before.truth.scores)
        json["scores"] = after.truth.scores;
    if (after.truth.label && after.truth.label != before.truth.label)
        json["label"] = *after.truth.label;
    if (after.truth.phraseBoxes != before.truth.phraseBoxes)
        json["phrase_boxes"] = jsonOfPhraseBoxes(after.truth.phraseBoxes);
    if (after.truth.boxes != before.truth.boxes)
        json["boxes"] = jsonOfBoxes(after.truth.boxes);
    return json.empty() ? "" : jsonText(json, -1);
}

Example corrected(const Example& example, const std::string& correction)
{
    Example now = example;
    if (correction.empty())
        return now;
    const Json json = parseJson(correction, "A correction");
    if (!json.is_object())
        refuseCorrection(sentence("it is no object."));
    for (const auto& [key, value] : json.items()) {
        const auto row = std::ranges::find(kFields, key, &CorrectedField::key);
        if (row == std::end(kFields))
            refuseCorrection(sentence("it has the unknown key \"%1\".", key));
        row->apply(now, value);
    }
    return now;
}

} // namespace vbs
