#include "core/pack/task_form.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>

namespace vbs {

namespace {

constexpr std::string_view kMask = "[MASK]";
constexpr int kMostType = 255, kFewestPieces = 8, kMostPieces = 1 << 16;
constexpr std::array<std::pair<FormReadAt, std::string_view>, 3> kReadAt{
    {{FormReadAt::Mask, "mask"}, {FormReadAt::LastToken, "last_token"}, {FormReadAt::Pooler, "pooler"}}};

/// What is wrong with a value ("must be …"); empty when it was taken.
using Fault = std::string;

Fault readNumber(const Json& value, int lowest, int highest, int& number)
{
    if (!value.is_number_integer() || value < lowest || value > highest)
        return "must be a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest);
    number = value.get<int>();
    return "";
}

Fault readText(const Json& value, std::string& text)
{
    if (!value.is_string())
        return "must be a string";
    text = value.get<std::string>();
    return "";
}

Fault readSuffix(const Json& value, TaskForm& form)
{
    std::string text;
    Fault fault = readText(value, text);
    if (fault.empty())
        form.textSuffix = text;
    return fault;
}

Fault readReadAt(const Json& value, TaskForm& form)
{
    for (const auto& [at, name] : kReadAt) {
        if (value == name) {
            form.readAt = at;
            return "";
        }
    }
    return "must be \"mask\", \"last_token\" or \"pooler\"";
}

Fault readFirstSentence(const Json& value, TaskForm& form)
{
    Fault fault = readText(value, form.firstSentence);
    return fault.empty() && form.firstSentence.find_first_not_of(" \t\r\n") == std::string::npos
               ? "must not be an empty sentence"
               : fault;
}

Fault readPadding(const Json& value, TaskForm& form)
{
    if (value != "none" && value != "max_length")
        return "must be \"none\" or \"max_length\"";
    form.padded = value == "max_length";
    return "";
}

Fault readPeople(const Json& value, TaskForm& form)
{
    if (value != "as_written" && value != "neutral_names")
        return "must be \"as_written\" or \"neutral_names\"";
    form.neutralNames = value == "neutral_names";
    return "";
}

Fault readBoxWords(const Json& value, TaskForm& form)
{
    if (value != "none" && value != "aligned")
        return "must be \"none\" or \"aligned\"";
    form.tellsBoxes = value == "aligned";
    return "";
}

Fault readHidden(const Json& value, TaskForm& form)
{
    const Json list = value.is_string() ? Json::array({value}) : value;
    if (!list.is_array() || !std::ranges::all_of(list, [](const Json& item) { return item.is_string(); }))
        return "must be a list of strings";
    form.hiddenAnswers = list.get<std::vector<std::string>>();
    return "";
}

/// One key of the object: how it is read, and how it is written where it is not the default.
struct Key {
    std::string_view name;
    Fault (*read)(const Json& value, TaskForm& form);
    OrderedJson (*write)(const TaskForm& form);
};

const std::array<Key, 13> kKeys{{
    {"text_suffix", readSuffix, [](const TaskForm& f) { return OrderedJson(f.textSuffix.value_or("")); }},
    {"read_at", readReadAt,
     [](const TaskForm& f) {
         const auto row = std::ranges::find(kReadAt, f.readAt, [](const auto& item) { return item.first; });
         return row == kReadAt.end() ? OrderedJson() : OrderedJson(row->second);
     }},
    {"visual_type", [](const Json& v, TaskForm& f) { return readNumber(v, 0, kMostType, f.visualType); },
     [](const TaskForm& f) { return OrderedJson(f.visualType); }},
    {"left_type", [](const Json& v, TaskForm& f) { return readNumber(v, 0, kMostType, f.leftType); },
     [](const TaskForm& f) { return OrderedJson(f.leftType); }},
    {"right_type", [](const Json& v, TaskForm& f) { return readNumber(v, 0, kMostType, f.rightType); },
     [](const TaskForm& f) { return OrderedJson(f.rightType); }},
    {"fits_class", [](const Json& v, TaskForm& f) { return readNumber(v, 0, 1, f.fitsClass); },
     [](const TaskForm& f) { return OrderedJson(f.fitsClass); }},
    {"sentences", [](const Json& v, TaskForm& f) { return readNumber(v, 1, 2, f.sentences); },
     [](const TaskForm& f) { return OrderedJson(f.sentences); }},
    {"first_sentence", readFirstSentence, [](const TaskForm& f) { return OrderedJson(f.firstSentence); }},
    {"max_length", [](const Json& v, TaskForm& f) { return readNumber(v, kFewestPieces, kMostPieces, f.maxLength); },
     [](const TaskForm& f) { return OrderedJson(f.maxLength); }},
    {"padding", readPadding, [](const TaskForm& f) { return OrderedJson(f.padded ? "max_length" : "none"); }},
    {"people", readPeople,
     [](const TaskForm& f) { return OrderedJson(f.neutralNames ? "neutral_names" : "as_written"); }},
    {"box_words", readBoxWords, [](const TaskForm& f) { return OrderedJson(f.tellsBoxes ? "aligned" : "none"); }},
    {"hidden_answers", readHidden, [](const TaskForm& f) { return OrderedJson(f.hiddenAnswers); }},
}};

Error fault(const std::string& path, std::string_view key, const Sentence& reason)
{
    return Error(ErrorCode::CorruptData,
                 sentence("\"%1%2\" %3.", path, (key.empty() ? "" : "." + std::string(key)), reason));
}

const Key& keyNamed(const std::string& name, const std::string& path)
{
    const auto key = std::ranges::find(kKeys, name, &Key::name);
    if (key != kKeys.end())
        return *key;
    std::string known;
    for (const std::string& one : formKeys())
        known += (known.empty() ? "" : ", ") + one;
    throw fault(path, name, sentence("is no part of a form that this program knows; it knows %1", known));
}

/// What the classes of the task can be asked in, and what belongs together.
void requireSense(const TaskForm& form, const std::string& packKey, const std::string& path)
{
    const bool vqa = packKey == "vqa", pretraining = packKey == "pretraining";
    if (form.readAt == FormReadAt::Pooler && packKey != "nlvr" && packKey != "multiple_choice")
        throw fault(path, "read_at", sentence("cannot be \"pooler\": a model for %1 does not read there", packKey));
    if (form.readAt == FormReadAt::LastToken && !vqa)
        throw fault(path, "read_at", sentence("cannot be \"last_token\": a model for %1 does not read there", packKey));
    if (form.readAt == FormReadAt::Mask && !pretraining && !vqa)
        throw fault(path, "read_at", sentence("cannot be \"mask\": a model for %1 does not read there", packKey));
    if (form.readAt == FormReadAt::Mask && vqa && !form.endsWithMask()) {
        throw fault(
            path, "read_at",
            sentence("can only be \"mask\" where text_suffix ends with [MASK]: a model for vqa reads the last word "
                     "piece"));
    }
    if (form.sentences == 2 && !pretraining)
        throw fault(path, "sentences", sentence("can only be 2 for pretraining"));
    if (form.sentences == 1 && form.firstSentence != kNeutralSentence)
        throw fault(path, "first_sentence", sentence("needs \"sentences\" to be 2"));
    if (form.fitsClass != 0 && !pretraining)
        throw fault(path, "fits_class", sentence("is known to pretraining only"));
    if (form.padded && form.maxLength == 0)
        throw fault(path, "padding", sentence("needs a max_length"));
    if (form.tellsBoxes && packKey != "multiple_choice")
        throw fault(path, "box_words", sentence("can only be \"aligned\" for multiple_choice"));
    if (!form.hiddenAnswers.empty() && !vqa)
        throw fault(path, "hidden_answers", sentence("is known to vqa only, which has a list of answers"));
}

std::string quoted(const std::string& text)
{
    return "\"" + text + "\"";
}

/// What stands behind the text: as the second half of a sentence about it.
Sentence suffixText(const TaskForm& form, const Sentence& closed)
{
    if (!form.textSuffix)
        return closed;
    if (form.textSuffix->empty())
        return sentence("is read as it is typed");
    return sentence("is followed by %1, in place of a closing mark of its own", quoted(*form.textSuffix));
}

Sentence textSentence(const TaskForm& form, const std::string& packKey)
{
    if (packKey == "vqa") {
        const Sentence asked = suffixText(form, sentence("is closed with a question mark"));
        return form.endsWithMask() ? sentence("The question %1, and the answer is read at the [MASK].", asked)
                                   : sentence("The question %1, and the answer is read at the last word piece.", asked);
    }
    if (packKey == "multiple_choice")
        return sentence("The question %1; each choice follows it as a second sentence, and the pooled state says how "
                        "well it fits.",
                        suffixText(form, sentence("is closed with a question mark")));
    const Sentence stated = suffixText(form, sentence("is closed with a full stop"));
    if (packKey == "nlvr")
        return sentence("The statement %1, and the verdict is read from the pooled state.", stated);
    if (packKey == "region_to_phrase")
        return sentence("The sentence %1, and each phrase is read at one of its word pieces.", stated);
    const Sentence text = form.sentences == 2 ? sentence("The text has two sentences: %1, then yours, which %2.",
                                                         quoted(form.firstSentence), stated)
                                              : sentence("The sentence %1.", stated);
    return sentence("%1 Words are read at each [MASK]; class %2 of the sentence-image head says that text and picture "
                    "belong together.",
                    text, form.fitsClass);
}

Sentence typesSentence(const TaskForm& form, const std::string& packKey)
{
    if (packKey == "nlvr")
        return sentence("Regions of the left picture have the visual type %1, those of the right one %2.",
                        form.leftType, form.rightType);
    return sentence("The picture's regions have the visual type %1.", form.visualType);
}

} // namespace

bool TaskForm::endsWithMask() const
{
    return textSuffix && textSuffix->ends_with(kMask);
}

TaskForm formFromJson(const Json& json, const std::string& packKey, const std::string& path)
{
    if (!json.is_object())
        throw fault(path, "", sentence("must be an object"));
    TaskForm form;
    for (const auto& item : json.items())
        if (const Fault wrong = keyNamed(item.key(), path).read(item.value(), form); !wrong.empty())
            throw fault(path, item.key(), wrong);
    requireSense(form, packKey, path);
    return form;
}

OrderedJson toJson(const TaskForm& form)
{
    const TaskForm usual;
    OrderedJson json = OrderedJson::object();
    if (form.textSuffix && form.textSuffix->empty())
        json["text_suffix"] = "";
    for (const Key& key : kKeys)
        if (OrderedJson value = key.write(form); value != key.write(usual))
            json[std::string(key.name)] = std::move(value);
    return json;
}

void setFormValue(TaskForm& form, const std::string& packKey, const std::string& assignment)
try {
    constexpr const char* kPath = "form";
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos)
        throw Error(ErrorCode::InvalidArgument, sentence("\"%1\" sets nothing: write KEY=VALUE.", assignment));
    const std::string name = assignment.substr(0, equals), text = assignment.substr(equals + 1);
    const Key& key = keyNamed(name, kPath);
    const Json parsed = Json::parse(text, nullptr, false);
    // A text may look like a number.
    if (const Fault wrong = key.read(parsed.is_discarded() ? Json(text) : parsed, form);
        !wrong.empty() && (parsed.is_discarded() || !key.read(Json(text), form).empty()))
        throw fault(kPath, name, wrong);
    requireSense(form, packKey, kPath);
} catch (const Error& e) {
    throw Error(ErrorCode::InvalidArgument, e.what());
}

std::vector<std::string> formKeys()
{
    std::vector<std::string> names;
    for (const Key& key : kKeys)
        names.emplace_back(key.name);
    return names;
}

Sentence describeForm(const TaskForm& form, const std::string& packKey)
{
    Sentence text = textSentence(form, packKey);
    const auto add = [&](const Sentence& next) { text = sentence("%1 %2", text, next); };
    add(typesSentence(form, packKey));
    if (form.maxLength > 0)
        add(form.padded ? sentence("A text has at most %1 word pieces and is filled up to as many.", form.maxLength)
                        : sentence("A text has at most %1 word pieces.", form.maxLength));
    if (form.neutralNames)
        add(sentence("People were called by names that fit everybody: write \"Casey\" or \"Riley\"."));
    if (form.tellsBoxes)
        add(sentence("Where words of a data set name one of its boxes, the model is told which."));
    for (const std::string& hidden : form.hiddenAnswers)
        add(sentence("The answer %1 is never listed.", quoted(hidden)));
    return text;
}

} // namespace vbs
