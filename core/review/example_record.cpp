#include "core/review/example_record.h"

#include "core/base/error.h"
#include "core/datasets/vqa_answer.h"
#include "core/engine/task_table.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace vbs {

// Found by the library through the types' namespace.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Box, x1, y1, x2, y2)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(TextSpan, begin, end)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(BoxMention, choice, span, box)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(LabelledBox, box, label, record)

namespace {

namespace fs = std::filesystem;

/// Only what is there is written: a data set's records are many and alike.
template <typename T> void put(Json& json, const char* key, const T& value)
{
    if (value != T())
        json[key] = value;
}

template <typename T> void take(const Json& json, const char* key, T& value)
{
    if (const auto found = json.find(key); found != json.end())
        found->get_to(value);
}

void requireInside(const BoxMention& mention, const Example& example)
{
    const bool inText = mention.choice == -1;
    const bool isThere = inText || (mention.choice >= 0 && std::size_t(mention.choice) < example.choices.size());
    const std::string none;
    const std::string& text = inText ? example.text : isThere ? example.choices[std::size_t(mention.choice)] : none;
    if (!isThere || mention.span.begin > mention.span.end || mention.span.end > text.size() ||
        mention.box >= example.boxes.size())
        throw Error(ErrorCode::CorruptData,
                    sentence("The name of a box lies outside its text, or there is no such box."));
}

Json jsonOfTruth(const ExampleTruth& truth)
{
    Json json = Json::object();
    put(json, "answers", truth.answers);
    put(json, "scores", truth.scores);
    put(json, "answer_type", truth.answerType);
    put(json, "few_people", truth.fewPeople);
    if (truth.label)
        json["label"] = *truth.label;
    put(json, "votes", truth.votes);
    put(json, "phrase_boxes", truth.phraseBoxes);
    put(json, "phrase_types", truth.phraseTypes);
    put(json, "width", truth.width);
    put(json, "height", truth.height);
    put(json, "boxes", truth.boxes);
    put(json, "together", truth.together);
    return json;
}

ExampleTruth truthOfJson(const Json& json)
{
    ExampleTruth truth;
    take(json, "answers", truth.answers);
    take(json, "scores", truth.scores);
    take(json, "answer_type", truth.answerType);
    take(json, "few_people", truth.fewPeople);
    if (const auto label = json.find("label"); label != json.end())
        truth.label = label->get<std::size_t>();
    take(json, "votes", truth.votes);
    take(json, "phrase_boxes", truth.phraseBoxes);
    take(json, "phrase_types", truth.phraseTypes);
    take(json, "width", truth.width);
    take(json, "height", truth.height);
    take(json, "boxes", truth.boxes);
    take(json, "together", truth.together);
    return truth;
}

std::string pathInside(const fs::path& picture, const fs::path& images)
{
    const fs::path inside = picture.lexically_relative(images);
    return inside.empty() || *inside.begin() == ".." ? picture.string() : inside.string();
}

std::string countOf(std::size_t count, const std::string& one)
{
    return std::to_string(count) + " " + one + (count == 1 ? "" : one.ends_with("x") ? "es" : "s");
}

/// The answer that most gave, as the challenge compares answers, in its first spelling, and how many they are.
/// Normalising is what takes time, so each spelling is normalised once.
std::pair<std::string, std::size_t> mostFrequentOf(const std::vector<std::string>& answers)
{
    std::map<std::string_view, std::size_t> spellings;
    for (const std::string& answer : answers)
        ++spellings[answer];
    if (spellings.size() == 1)
        return {answers.front(), answers.size()};
    std::map<std::string, std::size_t> tally;
    std::map<std::string_view, std::string> normal;
    for (const auto& [spelling, count] : spellings)
        tally[normal[spelling] = normalizedVqaAnswer(spelling)] += count;
    const auto count = [&](const std::string& answer) { return tally.at(normal.at(answer)); };
    const auto most = std::ranges::max_element(answers, {}, count);
    return {*most, count(*most)};
}

std::string answersInWords(const ExampleTruth& truth)
{
    if (truth.answers.size() < 2)
        return bestAnswerOf(truth);
    const auto [answer, count] = mostFrequentOf(truth.answers);
    return answer + " (" + std::to_string(count) + " of " + std::to_string(truth.answers.size()) + ")";
}

std::string phraseBoxesInWords(const Example& example)
{
    std::string words;
    for (std::size_t i = 0; i < std::min(example.phrases.size(), example.truth.phraseBoxes.size()); ++i) {
        const TextSpan& span = example.phrases[i];
        words += (words.empty() ? "" : ", ") + example.text.substr(span.begin, span.end - span.begin) + ": " +
                 countOf(example.truth.phraseBoxes[i].size(), "box");
    }
    return words;
}

std::string boxesInWords(const std::vector<LabelledBox>& boxes)
{
    std::map<std::string, std::size_t> tally;
    for (const LabelledBox& box : boxes)
        ++tally[box.label];
    std::string words;
    for (const auto& [label, count] : tally)
        words += (words.empty() ? "" : ", ") + (count > 1 ? std::to_string(count) + " × " : "") +
                 (label.empty() ? "unnamed" : label);
    return words.empty() ? "no boxes" : words;
}

} // namespace

Json recordOf(const Example& example, const fs::path& images)
{
    Json json = {{"id", example.id}};
    put(json, "group", pathInside(example.group, images));
    Json pictures = Json::array();
    for (const fs::path& picture : example.pictures)
        pictures.push_back(pathInside(picture, images));
    json["pictures"] = std::move(pictures);
    put(json, "regions", example.boxes);
    if (example.task)
        json["task"] = nameOf(*example.task);
    put(json, "text", example.text);
    put(json, "choices", example.choices);
    put(json, "phrases", example.phrases);
    put(json, "mentions", example.mentions);
    put(json, "type", example.type);
    put(json, "truth", jsonOfTruth(example.truth));
    put(json, "fault", example.fault);
    return json;
}

Example exampleOfRecord(const Json& json, const fs::path& images)
{
    try {
        Example example;
        take(json, "id", example.id);
        take(json, "group", example.group);
        for (const Json& picture : json.at("pictures"))
            example.pictures.push_back(images / picture.get<std::string>());
        take(json, "regions", example.boxes);
        if (const auto task = json.find("task"); task != json.end()) {
            example.task = taskNamed(task->get<std::string>());
            if (!example.task)
                throw Error(ErrorCode::CorruptData, sentence("There is no task \"%1\".", task->get<std::string>()));
        }
        take(json, "text", example.text);
        take(json, "choices", example.choices);
        take(json, "phrases", example.phrases);
        take(json, "mentions", example.mentions);
        take(json, "type", example.type);
        if (const auto truth = json.find("truth"); truth != json.end())
            example.truth = truthOfJson(*truth);
        take(json, "fault", example.fault);
        for (const TextSpan& span : example.phrases)
            if (span.begin > span.end || span.end > example.text.size())
                throw Error(ErrorCode::CorruptData, sentence("A phrase lies outside its text."));
        for (const BoxMention& mention : example.mentions)
            requireInside(mention, example);
        return example;
    } catch (const Json::exception&) {
        throw Error(ErrorCode::CorruptData, sentence("The record of an item is damaged."));
    }
}

std::string bestAnswerOf(const ExampleTruth& truth)
{
    if (!truth.answers.empty())
        return mostFrequentOf(truth.answers).first;
    const auto best = std::ranges::max_element(truth.scores, {}, [](const auto& item) { return item.second; });
    return best == truth.scores.end() ? "" : best->first;
}

std::string truthInWords(const Example& example)
{
    const ExampleTruth& truth = example.truth;
    if (!example.task)
        return boxesInWords(truth.boxes);
    if (truth.label && example.choices.empty())
        return *truth.label == 1 ? "true" : "false";
    if (truth.label)
        return *truth.label < example.choices.size() ? example.choices[*truth.label] : "";
    return truth.phraseBoxes.empty() ? answersInWords(truth) : phraseBoxesInWords(example);
}

double dissentOf(const Example& example)
{
    const ExampleTruth& truth = example.truth;
    if (truth.answers.size() > 1) {
        const double most = double(mostFrequentOf(truth.answers).second);
        return 1 - most / double(truth.answers.size());
    }
    if (!truth.label || truth.votes.empty())
        return -1;
    const auto same = std::ranges::count(truth.votes, *truth.label);
    return 1 - double(same) / double(truth.votes.size());
}

} // namespace vbs
