#include "core/lesson/lesson_record.h"

#include "core/base/one_line.h"
#include "core/lesson/lesson_file.h"

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

/// The parser bounds the depth.
bool isFinite(const Json& json)
{
    if (json.is_number_float())
        return std::isfinite(json.get<double>());
    return !json.is_structured() || std::all_of(json.begin(), json.end(), isFinite);
}

} // namespace

LessonRecord::LessonRecord(const Json& json, std::string place) : m_json(json), m_place(std::move(place))
{
    if (!json.is_object())
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 should be an object, and is %2.",
                             m_place.empty() ? std::string("lesson.json") : m_place, jsonKind(json)));
}

const Json* LessonRecord::find(const char* key)
{
    m_known.insert(key);
    const auto found = m_json.find(key);
    return found == m_json.end() || found->is_null() ? nullptr : &*found;
}

std::string LessonRecord::text(const char* key)
{
    std::string text = value(key, std::string());
    if (text.size() > LessonLimits::kText)
        fail(key, sentence("is longer than %1 bytes; make several steps of it", LessonLimits::kText));
    return text;
}

std::vector<std::string> LessonRecord::texts(const char* key, std::size_t most)
{
    auto texts = value(key, std::vector<std::string>());
    if (texts.size() > most)
        fail(key, sentence("lists more than %1", most));
    for (const std::string& text : texts)
        if (text.size() > LessonLimits::kText)
            fail(key, sentence("lists a text that is too long"));
    return texts;
}

std::vector<std::size_t> LessonRecord::indices(const char* key)
{
    const auto indices = value(key, std::vector<std::size_t>());
    for (std::size_t i = 0; i < indices.size(); ++i)
        if (indices[i] >= LessonLimits::kRegions || (i > 0 && indices[i] <= indices[i - 1]))
            fail(key, sentence("should list different counts from 0, growing, below %1", LessonLimits::kRegions));
    return indices;
}

std::vector<Box> LessonRecord::boxes(const char* key)
{
    constexpr double kFarthest = 1e6; // pixels
    std::vector<Box> boxes;
    for (const std::vector<double>& box : value(key, std::vector<std::vector<double>>())) {
        bool fits = box.size() == 4 && boxes.size() < LessonLimits::kRegions;
        for (const double number : box)
            fits = fits && std::abs(number) <= kFarthest;
        if (!fits)
            fail(key, sentence("should list at most %1 boxes, each four numbers in pixels", LessonLimits::kRegions));
        boxes.push_back({float(box[0]), float(box[1]), float(box[2]), float(box[3])});
    }
    return boxes;
}

int LessonRecord::number(const char* key, int otherwise, int least, int most)
{
    const int number = value(key, otherwise);
    if (number < least || number > most)
        fail(key, sentence("should be between %1 and %2", least, most));
    return number;
}

Json LessonRecord::rest() const
{
    Json rest = Json::object();
    for (const auto& [key, value] : m_json.items())
        if (!m_known.contains(key))
            rest[key] = value;
    return rest;
}

void LessonRecord::fail(const std::string& key, const Sentence& what) const
{
    throw Error(ErrorCode::CorruptData, sentence("%1 %2.", joinedLines(placeOf(key)), what));
}

Json parseLessonJson(std::string_view text, const std::string& name)
{
    Json json = parseJson(text, name);
    if (!isFinite(json))
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 holds NaN or an infinite number; record the lesson anew.", name));
    return json;
}

void addKept(OrderedJson& json, const Json& more)
{
    for (const auto& [key, value] : more.items())
        if (!json.contains(key))
            json[key] = OrderedJson(value);
}

OrderedJson boxesJson(const std::vector<Box>& boxes)
{
    OrderedJson json = OrderedJson::array();
    for (const Box& box : boxes)
        json.push_back({box.x1, box.y1, box.x2, box.y2});
    return json;
}

} // namespace vbs
