#include "core/datasets/nlvr2.h"

#include "core/datasets/record_file.h"

#include <algorithm>

namespace vbs {

namespace {

/// "dev-850-0" of "dev-850-0-0"; empty when there is no dash.
std::string withoutLastField(const std::string& identifier)
{
    const std::size_t dash = identifier.find_last_of('-');
    return dash == std::string::npos ? "" : identifier.substr(0, dash);
}

std::optional<bool> truthOf(const Json& value)
{
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_number_integer() && (value == 0 || value == 1))
        return value == 1;
    if (value.is_string() && (value == "True" || value == "False"))
        return value == "True";
    return std::nullopt;
}

std::optional<bool> labelOf(const JsonRecord& record)
{
    const Json* label = record.find("label");
    if (!label)
        return std::nullopt;
    const std::optional<bool> truth = truthOf(*label);
    if (!truth)
        record.fail("label", "should be \"True\" or \"False\", or 1 or 0.");
    return truth;
}

/// By annotator: {"61": "False"}. What is no vote is passed over, since only reviews read them.
std::vector<bool> votesOf(const JsonRecord& record)
{
    std::vector<bool> votes;
    for (const char* key : {"validation", "extra_validations"}) {
        const Json* people = record.find(key);
        if (!people || !people->is_object())
            continue;
        for (const Json& vote : *people)
            if (const std::optional<bool> truth = truthOf(vote))
                votes.push_back(*truth);
    }
    return votes;
}

void nameImages(const JsonRecord& record, Nlvr2Example& example)
{
    example.leftImage = record.textOr("img0", "");
    example.rightImage = record.textOr("img1", "");
    const std::string pair = withoutLastField(example.identifier);
    if (pair.empty() && (example.leftImage.empty() || example.rightImage.empty())) {
        record.fail("identifier", "should be as in \"dev-850-0-0\", from which the pictures get their names; or name "
                                  "them under \"img0\" and \"img1\".");
    }
    if (example.leftImage.empty())
        example.leftImage = pair + "-img0";
    if (example.rightImage.empty())
        example.rightImage = pair + "-img1";
}

} // namespace

Nlvr2Example nlvr2ExampleOf(const JsonRecord& record)
{
    Nlvr2Example example;
    example.identifier = record.text("identifier");
    example.sentence = record.find("sentence") ? record.text("sentence") : record.textOr("sent", "");
    if (example.sentence.empty())
        record.fail("sentence", "(or \"sent\") should be the statement.");
    example.label = labelOf(record);
    example.votes = votesOf(record);
    nameImages(record, example);
    return example;
}

std::vector<Nlvr2Example> readNlvr2(const std::filesystem::path& path)
{
    std::vector<Nlvr2Example> examples;
    forEachRecord(path,
                  [&](const JsonRecord& record, const RecordPlace&) { examples.push_back(nlvr2ExampleOf(record)); });
    return examples;
}

std::string nlvr2SetOf(const std::string& identifier)
{
    if (std::ranges::count(identifier, '-') != 3)
        return identifier;
    return withoutLastField(withoutLastField(identifier));
}

std::string nlvr2ConsistencyGroupOf(const std::string& identifier)
{
    std::size_t begin = 0;
    for (int field = 0; field < 2; ++field) {
        const std::size_t dash = identifier.find('-', begin);
        if (dash == std::string::npos)
            return identifier;
        begin = dash + 1;
    }
    const std::size_t end = std::min(identifier.find('-', begin), identifier.size());
    return identifier.substr(0, begin) + identifier.substr(end);
}

} // namespace vbs
