#include "app/commands/tokenize_lines.h"

#include "core/base/error.h"
#include "core/text/unicode.h"

#include <charconv>
#include <istream>
#include <ostream>

namespace vbs {
namespace {

/// The UTF-16 unit that the six bytes \uXXXX at the position stand for, or 0.
unsigned escapedUnit(std::string_view json, std::size_t position)
{
    if (json.size() < position + 6 || json[position] != '\\' || json[position + 1] != 'u')
        return 0;
    unsigned unit = 0;
    const char* end = json.data() + position + 6;
    const auto result = std::from_chars(end - 4, end, unit, 16);
    return result.ptr == end ? unit : 0;
}

/// JSON may hold lone surrogates, escaped or as three bytes each; the parser refuses them. U+FFFD is as long in
/// UTF-8 and, like them, it is dropped from the text.
std::string withoutLoneSurrogates(std::string json)
{
    const auto isHigh = [](unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; };
    const auto isLow = [](unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; };
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(json[i]); };
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (json[i] == '\\') {
            const unsigned unit = escapedUnit(json, i);
            if (isHigh(unit) && isLow(escapedUnit(json, i + 6)))
                i += 11;
            else if (isHigh(unit) || isLow(unit))
                json.replace(i, 6, "\\ufffd");
            else
                ++i;
        } else if (byte(i) == 0xED && i + 2 < json.size() && byte(i + 1) >= 0xA0 && byte(i + 1) <= 0xBF) {
            json.replace(i, 3, "\xEF\xBF\xBD");
        }
    }
    return json;
}

/// The value of an optional key; null counts as absent.
const Json* find(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

[[noreturn]] void refuse(const std::string& what)
{
    throw Error(ErrorCode::InvalidArgument, what);
}

std::string fromCodePoints(const Json& list)
{
    std::string text;
    if (!list.is_array())
        refuse("\"code_points\" must be a list of numbers.");
    for (const Json& value : list) {
        if (!value.is_number_unsigned() || value.get<std::uint64_t>() > 0x10FFFF)
            refuse("\"code_points\" must hold whole numbers from 0 to 1114111.");
        unicode::appendUtf8(text, static_cast<char32_t>(value.get<std::uint32_t>()));
    }
    return text;
}

std::string textOf(const Json& object)
{
    if (const Json* codePoints = find(object, "code_points"))
        return fromCodePoints(*codePoints);
    const Json* text = find(object, "text");
    if (text == nullptr || !text->is_string())
        refuse("the object needs a \"text\" that is a string.");
    return text->get<std::string>();
}

std::optional<std::string> pairOf(const Json& object)
{
    const Json* pair = find(object, "pair");
    if (pair == nullptr)
        return std::nullopt;
    if (!pair->is_string())
        refuse("\"pair\" must be a string or null.");
    return pair->get<std::string>();
}

std::optional<int> maxLengthOf(const Json& object)
{
    const Json* length = find(object, "max_length");
    if (length == nullptr)
        return std::nullopt;
    if (!length->is_number_unsigned() || length->get<std::uint64_t>() > kLargestMaxLength)
        refuse("\"max_length\" must be a whole number from 0 to " + std::to_string(kLargestMaxLength) + ", or null.");
    return length->get<int>();
}

bool doLowerCaseOf(const Json& object, bool otherwise)
{
    const Json* lowerCase = find(object, "do_lower_case");
    if (lowerCase == nullptr)
        return otherwise;
    if (!lowerCase->is_boolean())
        refuse("\"do_lower_case\" must be true, false or null.");
    return lowerCase->get<bool>();
}

Json parseLine(const std::string& line)
{
    const Json object = parseJson(withoutLoneSurrogates(line), "the line");
    if (!object.is_object())
        refuse("the line must be a JSON object.");
    return object;
}

} // namespace

OrderedJson encodingToJson(const Encoding& encoding)
{
    return {{"input_ids", encoding.inputIds},
            {"token_type_ids", encoding.tokenTypeIds},
            {"attention_mask", encoding.attentionMask},
            {"tokens", encoding.tokens}};
}

void tokenizeLines(std::istream& in, std::ostream& out, bool doLowerCaseByDefault,
                   const std::function<const BertTokenizer&(bool doLowerCase)>& tokenizer)
{
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        try {
            const Json object = parseLine(line);
            const bool lowerCase = doLowerCaseOf(object, doLowerCaseByDefault);
            const Encoding encoding = tokenizer(lowerCase).encode(textOf(object), pairOf(object), maxLengthOf(object));
            out << encodingToJson(encoding).dump(-1, ' ', true) << '\n';
        } catch (const Error& e) {
            out.flush();
            throw e.withContext("Standard input, line " + std::to_string(number));
        }
    }
}

} // namespace vbs
