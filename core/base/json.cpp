#include "core/base/json.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_builder.h"

#include <algorithm>
#include <cmath>

namespace vbs {

namespace {

[[noreturn]] void refuse(const std::string& name, const Sentence& why)
{
    throw Error(ErrorCode::CorruptData, sentence("%1 is not valid JSON: %2", name, why));
}

/// Where the byte stands, as an editor counts: "line 36, column 13"; of a single line "character 13".
std::string placeOf(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, byte);
    const auto isCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    const std::size_t line = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto column = 1 + std::count_if(before.begin() + std::ptrdiff_t(line), before.end(), isCharacter);
    if (text.find('\n') == std::string_view::npos)
        return "character " + std::to_string(column);
    return "line " + std::to_string(1 + std::count(before.begin(), before.end(), '\n')) + ", column " +
           std::to_string(column);
}

bool isUtf16(std::string_view text)
{
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
           (text.size() > 1 && ((text[0] == '\0') != (text[1] == '\0')));
}

/// NaN, Infinity and -Infinity outside strings, in the form that the builder knows; "" when there is none.
template <typename AnyJson> std::string withNumbersForNaN(std::string_view text)
{
    using Builder = JsonBuilder<AnyJson>;
    static constexpr std::pair<std::string_view, const char*> kWords[] = {
        {"NaN", Builder::kNaN}, {"Infinity", Builder::kInfinity}, {"-Infinity", Builder::kMinusInfinity}};
    std::string result;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') {
            for (++i; i < text.size() && text[i] != '"'; ++i)
                i += text[i] == '\\';
            continue;
        }
        if (text[i] != 'N' && text[i] != 'I' && text[i] != '-')
            continue;
        for (const auto& [word, number] : kWords) {
            if (!text.substr(i).starts_with(word))
                continue;
            result.append(text, copied, i - copied).append(number);
            copied = i + word.size();
            i = copied - 1;
            break;
        }
    }
    return copied == 0 ? result : result.append(text, copied);
}

template <typename AnyJson> AnyJson parseText(std::string_view text, const std::string& name)
{
    using Fault = typename JsonBuilder<AnyJson>::Fault;
    if (isUtf16(text))
        refuse(name, sentence("it is UTF-16; save it as UTF-8."));
    const std::string rewritten = withNumbersForNaN<AnyJson>(text);
    const std::string_view read = rewritten.empty() ? text : rewritten;
    JsonBuilder<AnyJson> builder;
    AnyJson::sax_parse(read.begin(), read.end(), &builder);
    const std::size_t byte = builder.position() == 0 ? 0 : builder.position() - 1; // the last one that was read
    switch (builder.fault()) {
    case Fault::None:
        return builder.take();
    case Fault::Depth:
        refuse(name, sentence("it is nested more than %1 levels deep.", kMaxJsonDepth));
    case Fault::Number:
        refuse(name, sentence("the number before %1 is too large.", placeOf(read, byte)));
    case Fault::Encoding:
        refuse(name, sentence("the text before %1 is not UTF-8; save it as UTF-8.", placeOf(read, byte)));
    case Fault::Syntax:
        break;
    }
    if (read.find_first_not_of(" \t\r\n") == std::string_view::npos)
        refuse(name, sentence("it is empty."));
    if (byte >= read.size())
        refuse(name, sentence("it ends unexpectedly; it may be truncated."));
    refuse(name, sentence("there is unexpected text at %1.", placeOf(read, byte)));
}

} // namespace

Json parseJson(std::string_view text, const std::string& name)
{
    return parseText<Json>(text, name);
}

OrderedJson parseOrderedJson(std::string_view text, const std::string& name)
{
    return parseText<OrderedJson>(text, name);
}

Json parseCbor(std::string_view bytes, const std::string& name)
{
    JsonBuilder<Json> builder;
    if (!Json::sax_parse(bytes.begin(), bytes.end(), &builder, Json::input_format_t::cbor))
        throw Error(ErrorCode::CorruptData, sentence("%1 is damaged.", name));
    return builder.take();
}

Json readJsonFile(const std::filesystem::path& path, std::uintmax_t maxBytes)
{
    return parseJson(readTextFile(path, maxBytes), path.string());
}

OrderedJson readOrderedJsonFile(const std::filesystem::path& path, std::uintmax_t maxBytes)
{
    return parseOrderedJson(readTextFile(path, maxBytes), path.string());
}

bool isFiniteNumber(const Json& value)
{
    return value.is_number() && std::isfinite(value.get<double>());
}

const char* jsonKind(const Json& value)
{
    switch (value.type()) {
    case Json::value_t::null:
        return "null";
    case Json::value_t::boolean:
        return value.get<bool>() ? "true" : "false";
    case Json::value_t::string:
        return "a string";
    case Json::value_t::array:
        return "a list";
    case Json::value_t::object:
        return "an object";
    case Json::value_t::number_float:
        return "a fraction";
    default:
        return "a number";
    }
}

std::string jsonText(const OrderedJson& json, int indent)
{
    return json.dump(indent, ' ', false, OrderedJson::error_handler_t::replace);
}

void writeJsonFile(const std::filesystem::path& path, const OrderedJson& json)
{
    writeFileAtomically(path, jsonText(json) + "\n");
}

} // namespace vbs
