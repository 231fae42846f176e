#include "core/datasets/json_record.h"

#include "core/data/coordinate.h"

#include <climits>
#include <cmath>

namespace vbs {

namespace {

const Json kNothing;

/// Whole numbers, also those that a tool wrote as 12.0; never a fraction.
std::optional<std::int64_t> wholeNumber(const Json& value)
{
    constexpr double kExact = 9007199254740992.0; // 2^53: beyond it a double is no longer every whole number
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t(INT64_MAX))
        return std::nullopt;
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (!value.is_number_float())
        return std::nullopt;
    const double number = value.get<double>();
    if (std::abs(number) > kExact || number != std::floor(number))
        return std::nullopt;
    return std::int64_t(number);
}

} // namespace

JsonRecord::JsonRecord(std::string file, std::string place, const Json& value)
    : m_file(std::move(file)), m_place(std::move(place)), m_value(value)
{
    if (!m_value.is_object())
        throw notAnObject(m_file, m_place, m_value);
}

JsonRecord::JsonRecord(std::string place, const Error& why)
    : m_place(std::move(place)), m_value(kNothing), m_damage(why)
{
}

JsonRecord JsonRecord::damaged(std::string place, const Error& why)
{
    return JsonRecord(std::move(place), why);
}

Error JsonRecord::notAnObject(const std::string& file, const std::string& place, const Json& value)
{
    return Error(ErrorCode::CorruptData,
                 sentence("%1: %2 should be a JSON object, but is %3%4.", file, (place.empty() ? "the file" : place),
                          value.is_array() ? sentence("an ") : sentence("a "), value.type_name()));
}

void JsonRecord::fail(const char* key, const std::string& what) const
{
    throw Error(ErrorCode::CorruptData,
                sentence("%1: %2%3 %4", m_file, (m_place.empty() ? "" : m_place + "."), key, what));
}

const Json* JsonRecord::find(const char* key) const
{
    if (m_damage)
        throw *m_damage;
    const auto found = m_value.find(key);
    return found == m_value.end() || found->is_null() ? nullptr : &*found;
}

const Json& JsonRecord::required(const char* key) const
{
    if (const Json* value = find(key))
        return *value;
    throw Error(ErrorCode::CorruptData,
                sentence("%1: %2 has no \"%3\".", m_file, (m_place.empty() ? "the file" : m_place), key));
}

std::int64_t JsonRecord::integer(const char* key) const
{
    if (const auto number = wholeNumber(required(key)))
        return *number;
    fail(key, "should be a whole number.");
}

std::string JsonRecord::text(const char* key) const
{
    const Json& value = required(key);
    if (!value.is_string())
        fail(key, "should be a string.");
    return value.get<std::string>();
}

std::string JsonRecord::id(const char* key) const
{
    const Json& value = required(key);
    if (value.is_string())
        return value.get<std::string>();
    if (const auto number = wholeNumber(value))
        return std::to_string(*number);
    fail(key, "should be a whole number or a text.");
}

const Json& JsonRecord::array(const char* key) const
{
    const Json& value = required(key);
    if (!value.is_array())
        fail(key, "should be an array.");
    return value;
}

std::int64_t JsonRecord::integerOr(const char* key, std::int64_t otherwise) const
{
    return find(key) ? integer(key) : otherwise;
}

double JsonRecord::numberOr(const char* key, double otherwise) const
{
    const Json* value = find(key);
    if (!value)
        return otherwise;
    if (!value->is_number())
        fail(key, "should be a number.");
    if (std::isnan(value->get<double>()))
        fail(key, std::string(kHoldsNaN) + ".");
    return value->get<double>();
}

int JsonRecord::lengthOrZero(const char* key) const
{
    const Json* value = find(key);
    if (!value)
        return 0;
    if (!value->is_number() || !(value->get<double>() >= 0 && value->get<double>() <= INT_MAX))
        fail(key, "is no length in pixels.");
    return int(value->get<double>());
}

std::string JsonRecord::textOr(const char* key, const std::string& otherwise) const
{
    return find(key) ? text(key) : otherwise;
}

void JsonRecord::forEach(const char* key, bool need, const std::function<void(const JsonRecord&)>& visit) const
{
    if (!need && !find(key))
        return;
    const Json& records = array(key);
    for (std::size_t i = 0; i < records.size(); ++i)
        visit(JsonRecord(m_file, (m_place.empty() ? "" : m_place + ".") + key + "[" + std::to_string(i) + "]",
                         records[i]));
}

std::string faultOf(const std::function<void()>& use)
{
    try {
        use();
        return {};
    } catch (const Error& e) {
        if (e.code() == ErrorCode::Cancelled || e.code() == ErrorCode::Internal)
            throw;
        return e.what();
    }
}

RecordLines::RecordLines(const OrderedJson& head) : m_text("{")
{
    for (const auto& [key, value] : head.items())
        m_text += (m_text.size() > 1 ? ",\n" : "\n") + OrderedJson(key).dump() + ": " + value.dump();
}

void RecordLines::beginArray(const std::string& key)
{
    m_text += (m_text.size() > 1 ? ",\n" : "\n") + OrderedJson(key).dump() + ": [";
    m_first = true;
}

void RecordLines::add(const OrderedJson& record)
{
    m_text += (m_first ? "\n" : ",\n") + record.dump();
    m_first = false;
}

void RecordLines::endArray()
{
    m_text += "\n]";
}

std::string RecordLines::finish()
{
    return std::move(m_text) + "\n}\n";
}

} // namespace vbs
