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

std::optional<bool> labelOf(const JsonRecord& record)
{
    const Json* label = record.find("label");
    if (!label)
        return std::nullopt;
    if (label->is_boolean())
        return label->get<bool>();
    if (label->is_number_integer() && (*label == 0 || *label == 1))
        return *label == 1;
    if (label->is_string() && (*label == "True" || *label == "False"))
        return *label == "True";
    record.fail("label", "should be \"True\" or \"False\", or 1 or 0.");
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
    if (std::ranges::count(identifier, '-') != 3)
        return identifier;
    const std::string pair = withoutLastField(identifier);
    return withoutLastField(pair) + "-" + identifier.substr(pair.size());
}

} // namespace vbs
