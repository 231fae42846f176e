#include "core/review/review_filter.h"

#include "core/base/error.h"

#include <algorithm>
#include <iterator>

namespace vbs {

namespace {

using Flag = std::optional<bool> ReviewFilter::*;
using Text = std::string ReviewFilter::*;

constexpr std::pair<const char*, Flag> kFlags[] = {
    {"decided", &ReviewFilter::decided},        {"corrected", &ReviewFilter::corrected},
    {"flagged", &ReviewFilter::flagged},        {"commented", &ReviewFilter::commented},
    {"model_right", &ReviewFilter::modelRight}, {"people_disagree", &ReviewFilter::peopleDisagree},
    {"conflict", &ReviewFilter::conflict},      {"faulty", &ReviewFilter::faulty}};
constexpr std::pair<const char*, Text> kTexts[] = {
    {"reviewer", &ReviewFilter::reviewer}, {"tag", &ReviewFilter::tag}, {"words", &ReviewFilter::words}};

[[noreturn]] void refuseFilter(const std::string& key, const Sentence& why)
{
    throw Error(ErrorCode::InvalidArgument, sentence("The filter's \"%1\" %2", key, why));
}

std::string filterText(const std::string& key, const Json& value)
{
    if (!value.is_string())
        refuseFilter(key, sentence("should be a text."));
    return value.get<std::string>();
}

template <typename Rows> auto rowOf(const Rows& rows, const std::string& key)
{
    return std::ranges::find_if(rows, [&](const auto& row) { return key == row.first; });
}

} // namespace

OrderedJson recordOf(const ReviewFilter& filter)
{
    OrderedJson json = OrderedJson::object();
    for (const auto& [key, flag] : kFlags)
        if (filter.*flag)
            json[key] = *(filter.*flag);
    for (const auto& [key, text] : kTexts)
        if (!(filter.*text).empty())
            json[key] = filter.*text;
    if (filter.verdict)
        json["verdict"] = nameOf(*filter.verdict);
    if (filter.type)
        json["type"] = *filter.type;
    return json;
}

ReviewFilter reviewFilterOfRecord(const Json& record)
{
    if (!record.is_object())
        throw Error(ErrorCode::InvalidArgument, sentence("A filter should be a JSON object."));
    ReviewFilter filter;
    for (const auto& [key, value] : record.items()) {
        if (const auto flag = rowOf(kFlags, key); flag != std::end(kFlags)) {
            if (!value.is_boolean())
                refuseFilter(key, sentence("should be true or false."));
            filter.*(flag->second) = value.get<bool>();
        } else if (const auto text = rowOf(kTexts, key); text != std::end(kTexts)) {
            filter.*(text->second) = filterText(key, value);
        } else if (key == "type") {
            filter.type = filterText(key, value);
        } else if (key == "verdict") {
            filter.verdict = verdictNamed(filterText(key, value));
            if (!filter.verdict)
                refuseFilter(key, sentence("should be undecided, accepted, rejected or unsure."));
        } else {
            refuseFilter(key, sentence("is nothing that items can be filtered by."));
        }
    }
    return filter;
}

} // namespace vbs
