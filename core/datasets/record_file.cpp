#include "core/datasets/record_file.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/datasets/json_stream.h"

#include <utility>

namespace vbs {

namespace {

constexpr std::size_t kMaxRecord = std::size_t(16) << 20, kMaxRest = std::size_t(256) << 20;
constexpr std::uint64_t kGlimpse = 1u << 20;
constexpr std::size_t kDamagedFew = 1000; ///< as many damaged lines may be more than the good ones
constexpr int kEnd = JsonStream::kEnd;

Json parsed(const std::string& text, const std::string& place, const char* wayOut)
{
    try {
        return parseJson(text, place);
    } catch (const Error& e) {
        throw Error(e.code(), sentence("%1%2", e.what(), wayOut));
    }
}

/// What is no object is visited as a damaged record. @return whether it is an object.
bool visitJson(const JsonStream& stream, const std::string& name, const Json& json, const RecordPlace& place,
               const RecordVisitor& visit)
{
    if (json.is_object())
        visit(JsonRecord(stream.file(), name, json), place);
    else
        visit(JsonRecord::damaged(name, JsonRecord::notAnObject(stream.file(), name, json)), place);
    return json.is_object();
}

/// From its "[" to its "]". @param key what the array is called: "questions", or "" for the file itself.
void visitArray(JsonStream& stream, const std::string& key, const RecordVisitor& visit)
{
    stream.expect('[', "an array should begin here");
    for (std::size_t i = 0; stream.peekSign() != ']'; ++i) {
        if (i > 0)
            stream.expect(',', "a comma or the array's end is missing");
        stream.peekSign();
        const std::uint64_t begin = stream.position();
        const std::string name = key + "[" + std::to_string(i) + "]", place = stream.file() + ": " + name;
        const Json json = parsed(stream.value(kMaxRecord, place), place, " Correct it, or take the record out.");
        visitJson(stream, name, json, {begin, stream.position()}, visit);
    }
    stream.take();
}

/// @return whether the line holds an object.
bool visitLine(const JsonStream& stream, const std::string& name, const std::string& line, const RecordPlace& place,
               const RecordVisitor& visit)
{
    Json json;
    try {
        json = parsed(line, stream.file() + ": " + name, " Correct it, or take the line out.");
    } catch (const Error& e) {
        visit(JsonRecord::damaged(name, e), place);
        return false;
    }
    return visitJson(stream, name, json, place, visit);
}

void visitLines(JsonStream& stream, const RecordVisitor& visit)
{
    std::string line;
    std::size_t good = 0, damaged = 0;
    for (std::size_t number = 1; stream.peek() != kEnd; ++number) {
        const std::string name = "line " + std::to_string(number);
        const std::uint64_t start = stream.position();
        const bool whole = stream.line(kMaxRecord, line);
        const std::size_t begin = line.find_first_not_of(" \t\r\xEF\xBB\xBF");
        if (begin == std::string::npos && whole)
            continue;
        const std::size_t end = line.find_last_not_of(" \t\r") + 1;
        if (!whole) {
            const Error tooLong(ErrorCode::TooLarge,
                                sentence("%1: %2 is longer than 16 MB: write one record a line.", stream.file(), name));
            visit(JsonRecord::damaged(name, tooLong), {start, stream.position()});
        }
        const bool isGood =
            whole && visitLine(stream, name, line.substr(begin, end - begin), {start + begin, start + end}, visit);
        ++(isGood ? good : damaged);
        if (damaged > kDamagedFew && damaged > good) {
            throw Error(ErrorCode::CorruptData,
                        sentence("%1: %2 of the first %3 lines hold no JSON object: this is no file of records.",
                                 stream.file(), damaged, good + damaged));
        }
    }
}

} // namespace

void forEachRecord(const std::filesystem::path& path, const RecordVisitor& visit)
{
    bool isArray = false;
    {
        JsonStream look(path);
        isArray = look.peekSign() == '[';
    }
    JsonStream stream(path);
    if (!isArray)
        return visitLines(stream, visit);
    stream.peekSign();
    visitArray(stream, "", visit);
    if (stream.peekSign() != kEnd)
        stream.invalid("something follows the array's end");
}

RecordFileRest forEachRecordOf(const std::filesystem::path& path, const std::map<std::string, RecordVisitor>& visits)
{
    JsonStream stream(path);
    if (const int first = stream.peekSign(); first != '{') {
        const Json other = parsed(stream.value(kMaxRest, path.string()), path.string(), "");
        JsonRecord(path.string(), "", other); // says what should be there
    }
    stream.take();
    RecordFileRest rest{Json::object(), {}, stream.position()};
    for (bool first = true; stream.peekSign() != '}'; first = false) {
        if (!first)
            stream.expect(',', "a comma or the object's end is missing");
        if (stream.peekSign() != '"')
            stream.invalid("a key should stand here");
        const std::string key = parsed(stream.value(kMaxRecord, path.string()), path.string(), "");
        stream.expect(':', "a colon should follow a key");
        stream.peekSign();
        const std::uint64_t begin = stream.position();
        const auto wanted = visits.find(key);
        if (wanted != visits.end() && rest.values.contains(key))
            throw Error(ErrorCode::CorruptData, sentence("%1 has \"%2\" twice: take one out.", path.string(), key));
        if (wanted != visits.end() && stream.peek() == '[')
            visitArray(stream, key, wanted->second);
        else
            rest.json[key] = parsed(stream.value(kMaxRest, path.string()), path.string() + ": " + key, "");
        rest.end = stream.position();
        rest.values[key] = {begin, rest.end};
    }
    stream.take();
    if (stream.peekSign() != kEnd)
        stream.invalid("something follows the object's end");
    return rest;
}

Json forEachRecordOf(const std::filesystem::path& path, const std::string& key, const RecordVisitor& visit)
{
    RecordFileRest rest = forEachRecordOf(path, std::map<std::string, RecordVisitor>{{key, visit}});
    if (!rest.values.contains(key) || rest.json.contains(key))
        JsonRecord(path.string(), "", rest.json).array(key.c_str()); // says what is wrong
    return std::move(rest.json);
}

namespace {

/// The first keys of the value that begins at the stream. @return whether all was well as far as was looked.
bool addKeys(JsonStream& stream, std::map<std::string, char>& keys)
{
    while (stream.position() < kGlimpse && stream.peekSign() == '"') {
        const Json name = parseJson(stream.value(kGlimpse, ""), "");
        stream.expect(':', "");
        keys[name.get<std::string>()] = char(stream.peekSign());
        stream.value(kGlimpse, "");
        if (stream.peekSign() == ',')
            stream.take();
    }
    return stream.position() >= kGlimpse || stream.peekSign() == '}';
}

/// @return whether the line is a record.
bool addKeysOfLine(const std::string& line, std::map<std::string, char>& keys)
{
    try {
        const Json record = parseJson(line, "");
        if (!record.is_object())
            return false;
        for (const auto& [key, value] : record.items())
            keys[key] = value.dump().front();
        return true;
    } catch (const Error&) {
        return false;
    }
}

} // namespace

std::map<std::string, char> firstKeysOf(const std::filesystem::path& path)
{
    std::map<std::string, char> keys;
    try {
        JsonStream stream(path);
        const bool isArray = stream.peekSign() == '[';
        if (isArray)
            stream.take();
        bool isGood = false;
        try {
            if (stream.peekSign() == '{') {
                stream.take();
                isGood = addKeys(stream, keys);
            }
        } catch (const Error& e) {
            isGood = e.code() == ErrorCode::TooLarge; // a value longer than what is looked at: what came before counts
        }
        if (isGood || isArray)
            return keys;
        const std::string start = firstBytesOf(path, kGlimpse);
        for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
            end = start.find('\n', begin);
            if (addKeysOfLine(start.substr(begin, end - begin), keys))
                return keys;
        }
    } catch (const std::exception&) {
        return keys;
    }
    return keys;
}

} // namespace vbs
