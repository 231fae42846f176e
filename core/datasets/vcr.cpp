#include "core/datasets/vcr.h"

#include "core/base/error.h"
#include "core/data/coordinate.h"
#include "core/datasets/record_file.h"

#include <algorithm>
#include <array>
#include <map>

namespace vbs {

namespace {

constexpr std::size_t kMaxBoxes = 2000; ///< a network's features of one picture's boxes are held at once
constexpr std::size_t kMaxObjects = 10'000, kMaxTokens = 10'000, kMaxChoices = 64;
constexpr std::uintmax_t kMaxMetadataBytes = 64u << 20; // outlines of every object are in there, too

/// Published checkpoints know these, in this order.
constexpr std::array kNames{"Casey", "Riley",   "Jessie", "Jackie", "Avery",   "Jaime", "Peyton", "Kerry",
                            "Jody",  "Kendall", "Peyton", "Skyler", "Frankie", "Pat",   "Quinn"};

VcrToken tokenOf(const JsonRecord& record, const char* key, const Json& json, std::size_t objects)
{
    if (json.is_string())
        return {json.get<std::string>(), {}};
    if (!json.is_array() || json.empty() || json.size() > kMaxObjects)
        record.fail(key, "should hold words and lists of object numbers.");
    VcrToken token;
    for (const Json& index : json) {
        if (!index.is_number_unsigned() || index.get<std::uint64_t>() >= objects) {
            record.fail(key, "names the object " + index.dump() + "; the picture has " + std::to_string(objects) +
                                 ", counted from 0.");
        }
        token.objects.push_back(index.get<int>());
    }
    return token;
}

VcrText textOf(const JsonRecord& record, const char* key, const Json& json, std::size_t objects)
{
    if (!json.is_array() || json.size() > kMaxTokens)
        record.fail(key, "should be a list of words and object numbers (at most 10000).");
    VcrText text;
    for (const Json& token : json)
        text.push_back(tokenOf(record, key, token, objects));
    return text;
}

std::vector<VcrText> choicesOf(const JsonRecord& record, const char* key, std::size_t objects, bool need)
{
    std::vector<VcrText> choices;
    if (!need && !record.find(key))
        return choices;
    const Json& json = record.array(key);
    if (json.size() < 2 || json.size() > kMaxChoices)
        record.fail(key, "should hold 2 to 64 choices.");
    for (const Json& choice : json)
        choices.push_back(textOf(record, key, choice, objects));
    return choices;
}

int labelOf(const JsonRecord& record, const char* key, std::size_t choices)
{
    const std::int64_t label = record.integerOr(key, -1);
    if (label < -1 || label >= std::int64_t(choices))
        record.fail(key, "is " + std::to_string(label) + "; there are " + std::to_string(choices) + " choices.");
    return int(label);
}

/// Names what texts mention, one after the other.
class Wording {
public:
    explicit Wording(const std::vector<std::string>& objects) : m_objects(objects) {}

    /// @param choice which one this is; -1: none. @param mentions takes where objects are named.
    std::string say(const VcrText& text, int choice, std::vector<BoxMention>& mentions)
    {
        std::string words;
        const auto add = [&](const std::string& word) { words += (words.empty() ? "" : " ") + word; };
        for (const VcrToken& token : text) {
            for (const int object : token.objects) {
                const std::string name = nameOf(object);
                add(name);
                mentions.push_back({choice, {words.size() - name.size(), words.size()}, std::size_t(object)});
            }
            if (token.objects.empty())
                add(token.word);
        }
        return words;
    }

private:
    std::string nameOf(int object)
    {
        const std::string& category = m_objects.at(std::size_t(object));
        if (category != "person")
            return category;
        const auto [known, isNew] = m_names.try_emplace(object, m_persons);
        m_persons += isNew ? 1 : 0;
        return kNames[known->second % kNames.size()];
    }

    const std::vector<std::string>& m_objects;
    std::map<int, std::size_t> m_names;
    std::size_t m_persons = 0;
};

float coordinate(const JsonRecord& record, const Json& json)
{
    if (!json.is_number())
        record.fail("boxes", "should hold lists of four or five numbers: x1, y1, x2, y2 and perhaps a score.");
    if (const auto fault = coordinateFault(json.get<double>()))
        record.fail("boxes", std::string(*fault) + ".");
    return json.get<float>();
}

Box boxOf(const JsonRecord& record, const Json& json)
{
    if (!json.is_array() || json.size() < 4)
        record.fail("boxes", "should hold lists of four or five numbers: x1, y1, x2, y2 and perhaps a score.");
    const Box box{coordinate(record, json[0]), coordinate(record, json[1]), coordinate(record, json[2]),
                  coordinate(record, json[3])};
    if (box.x2 < box.x1 || box.y2 < box.y1)
        record.fail("boxes", "holds a box that ends before it begins; boxes are x1, y1, x2, y2.");
    return box;
}

} // namespace

VcrExample vcrExampleOf(const JsonRecord& record)
{
    VcrExample example;
    example.image = record.text("img_fn");
    example.metadata = record.textOr("metadata_fn", "");
    example.id = record.textOr("annot_id", record.textOr("img_id", example.image));
    const Json& objects = record.array("objects");
    if (objects.size() > kMaxObjects)
        record.fail("objects", "should hold at most 10000 objects.");
    for (const Json& object : objects) {
        if (!object.is_string())
            record.fail("objects", "should hold names only.");
        example.objects.push_back(object.get<std::string>());
    }
    const std::size_t count = example.objects.size();
    example.question = textOf(record, "question", record.array("question"), count);
    example.answers = choicesOf(record, "answer_choices", count, true);
    example.rationales = choicesOf(record, "rationale_choices", count, false);
    example.answerLabel = labelOf(record, "answer_label", example.answers.size());
    example.rationaleLabel = labelOf(record, "rationale_label", example.rationales.size());
    return example;
}

std::vector<VcrExample> readVcr(const std::filesystem::path& path)
{
    std::vector<VcrExample> examples;
    forEachRecord(path,
                  [&](const JsonRecord& record, const RecordPlace&) { examples.push_back(vcrExampleOf(record)); });
    return examples;
}

VcrMetadata readVcrMetadata(const std::filesystem::path& path)
{
    const Json json = readJsonFile(path, kMaxMetadataBytes);
    const JsonRecord record(path.string(), "", json);
    VcrMetadata metadata;
    metadata.width = int(std::clamp<std::int64_t>(record.integerOr("width", 0), 0, 1 << 24));
    metadata.height = int(std::clamp<std::int64_t>(record.integerOr("height", 0), 0, 1 << 24));
    const Json& boxes = record.array("boxes");
    if (boxes.size() > kMaxBoxes)
        record.fail("boxes", "should hold at most 2000 boxes.");
    for (const Json& box : boxes)
        metadata.boxes.push_back(boxOf(record, box));
    return metadata;
}

VcrQuery vcrQuery(const VcrExample& example, VcrMode mode)
{
    const bool rationale = mode == VcrMode::Rationale;
    if (rationale && (example.answerLabel < 0 || example.rationales.empty())) {
        throw Error(
            ErrorCode::CorruptData,
            sentence("The VCR record %1 has no %2, which the choice of a rationale needs: use the answers instead.",
                     example.id, example.answerLabel < 0 ? sentence("answer_label") : sentence("rationale_choices")));
    }
    Wording wording(example.objects);
    VcrText context = example.question;
    if (rationale) {
        const VcrText& answer = example.answers.at(std::size_t(example.answerLabel));
        context.insert(context.end(), answer.begin(), answer.end());
    }
    VcrQuery query;
    query.label = rationale ? example.rationaleLabel : example.answerLabel;
    query.text = wording.say(context, -1, query.mentions);
    for (const VcrText& choice : rationale ? example.rationales : example.answers)
        query.choices.push_back(Wording(wording).say(choice, int(query.choices.size()), query.mentions));
    return query;
}

} // namespace vbs
