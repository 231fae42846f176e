#include "core/datasets/record_file.h"

#include "core/base/error.h"
#include "core/base/file_io.h"

#include <fstream>
#include <vector>

namespace vbs {

namespace {

constexpr std::uintmax_t kMaxBytes = std::uintmax_t(4) << 30;
constexpr std::size_t kMaxRecord = std::size_t(16) << 20, kMaxRest = std::size_t(256) << 20;
constexpr std::uint64_t kGlimpse = 1u << 20;
constexpr int kEnd = -1;

/// A JSON file as a stream of values: tells where each begins and ends, and leaves judging them to the parser.
class JsonStream {
public:
    explicit JsonStream(const std::filesystem::path& path) : m_file(path.string()), m_stream(openForReading(path))
    {
        std::error_code code;
        if (std::filesystem::file_size(path, code) > kMaxBytes)
            throw Error(ErrorCode::TooLarge, m_file + " is larger than 4 GB: split it.");
    }

    const std::string& file() const { return m_file; }
    std::uint64_t position() const { return m_position; }
    int peek() { return next(&std::streambuf::sgetc); }
    int take()
    {
        const int c = next(&std::streambuf::sbumpc);
        m_position += c == kEnd ? 0 : 1;
        return c;
    }

    /// The next character that is no white space, not taken.
    int peekSign()
    {
        while (isSpace(peek()) || (m_position < 3 && isMark(peek())))
            take();
        return peek();
    }

    /// The text of the value that begins here; up to the end of the line for one that is none.
    std::string value(std::size_t limit, const std::string& place)
    {
        std::string text;
        int depth = 0;
        bool quoted = false;
        for (int c = peek(); c != kEnd; c = peek()) {
            if (!quoted && depth == 0 && (c == ',' || c == ']' || c == '}' || c == ':' || isSpace(c)))
                return text;
            if (text.size() == limit)
                throw Error(ErrorCode::TooLarge,
                            place + " is longer than " + std::to_string(limit >> 20) + " MB: write one record a line.");
            text.push_back(char(take()));
            if (quoted && c == '\\' && peek() != kEnd)
                text.push_back(char(take()));
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && (c == '{' || c == '['))
                ++depth;
            else if (!quoted && (c == '}' || c == ']'))
                --depth;
            if (!quoted && depth == 0 && (c == '}' || c == ']' || c == '"'))
                return text;
        }
        return text;
    }

    [[noreturn]] void invalid(const std::string& why) const
    {
        throw Error(ErrorCode::CorruptData, m_file + " is not valid JSON: " + why + " (byte " +
                                                std::to_string(m_position) + "): write the file anew.");
    }

    void expect(char sign, const char* why)
    {
        if (peekSign() != sign)
            invalid(why);
        take();
    }

private:
    /// The buffer throws where the system reports an error.
    int next(std::streambuf::int_type (std::streambuf::*get)())
    {
        try {
            return (m_stream.rdbuf()->*get)();
        } catch (const std::ios_base::failure&) {
            throw Error(ErrorCode::FileUnreadable, m_file + " cannot be read beyond byte " +
                                                       std::to_string(m_position) +
                                                       ": the disk or the network failed.");
        }
    }

    static bool isSpace(int c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
    static bool isMark(int c) { return c == 0xEF || c == 0xBB || c == 0xBF; }

    std::string m_file;
    std::ifstream m_stream;
    std::uint64_t m_position = 0;
};

Json parsed(const std::string& text, const std::string& place, const char* wayOut)
{
    try {
        return parseJson(text, place);
    } catch (const Error& e) {
        throw Error(e.code(), std::string(e.what()) + wayOut);
    }
}

void visitRecord(JsonStream& stream, const std::string& name, const RecordVisitor& visit)
{
    const std::uint64_t begin = stream.position();
    const std::string place = stream.file() + ": " + name;
    const Json json = parsed(stream.value(kMaxRecord, place), place, " Correct it, or take the record out.");
    visit(JsonRecord(stream.file(), name, json), {begin, stream.position()});
}

/// From its "[" to its "]". @param key what the array is called: "questions", or "" for the file itself.
void visitArray(JsonStream& stream, const std::string& key, const RecordVisitor& visit)
{
    stream.expect('[', "an array should begin here");
    for (std::size_t i = 0; stream.peekSign() != ']'; ++i) {
        if (i > 0)
            stream.expect(',', "a comma or the array's end is missing");
        stream.peekSign();
        visitRecord(stream, key + "[" + std::to_string(i) + "]", visit);
    }
    stream.take();
}

void visitLines(JsonStream& stream, const RecordVisitor& visit)
{
    std::string line;
    for (std::size_t number = 1; stream.peek() != kEnd; ++number) {
        const std::string name = "line " + std::to_string(number), place = stream.file() + ": " + name;
        const std::uint64_t start = stream.position();
        line.clear();
        for (int c = stream.take(); c != '\n' && c != kEnd; c = stream.take()) {
            if (line.size() == kMaxRecord)
                throw Error(ErrorCode::TooLarge, place + " is longer than 16 MB: write one record a line.");
            line.push_back(char(c));
        }
        const std::size_t begin = line.find_first_not_of(" \t\r\xEF\xBB\xBF");
        if (begin == std::string::npos)
            continue;
        const std::size_t end = line.find_last_not_of(" \t\r") + 1;
        const Json json = parsed(line.substr(begin, end - begin), place, " Correct it, or take the line out.");
        visit(JsonRecord(stream.file(), name, json), {start + begin, start + end});
    }
}

std::string bytesOf(std::ifstream& stream, std::uint64_t count)
{
    std::string bytes(count, '\0');
    stream.read(bytes.data(), std::streamsize(count));
    bytes.resize(std::size_t(std::max<std::streamsize>(stream.gcount(), 0)));
    return bytes;
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

Json forEachRecordOf(const std::filesystem::path& path, const std::string& key, const RecordVisitor& visit)
{
    JsonStream stream(path);
    if (const int first = stream.peekSign(); first != '{') {
        const Json other = parsed(stream.value(kMaxRest, path.string()), path.string(), "");
        JsonRecord(path.string(), "", other).array(key.c_str()); // says what should be there
    }
    stream.take();
    Json rest = Json::object();
    bool found = false;
    for (bool first = true; stream.peekSign() != '}'; first = false) {
        if (!first)
            stream.expect(',', "a comma or the object's end is missing");
        if (stream.peekSign() != '"')
            stream.invalid("a key should stand here");
        const Json name = parsed(stream.value(kMaxRecord, path.string()), path.string(), "");
        stream.expect(':', "a colon should follow a key");
        const bool wanted = name == key;
        if (wanted && std::exchange(found, true))
            throw Error(ErrorCode::CorruptData, path.string() + " has \"" + key + "\" twice: take one out.");
        if (wanted && stream.peekSign() == '[') {
            visitArray(stream, key, visit);
            continue;
        }
        stream.peekSign();
        rest[name.get<std::string>()] =
            parsed(stream.value(kMaxRest, path.string()), path.string() + ": " + name.get<std::string>(), "");
    }
    if (!found || rest.contains(key))
        JsonRecord(path.string(), "", rest).array(key.c_str()); // says what is wrong
    return rest;
}

FileStamp FileStamp::of(const std::filesystem::path& path)
{
    std::error_code code;
    FileStamp stamp;
    stamp.bytes = std::filesystem::file_size(path, code);
    stamp.changed = std::filesystem::last_write_time(path, code);
    return stamp;
}

RecordEdits::RecordEdits(std::filesystem::path source, const FileStamp& stamp) : m_source(std::move(source))
{
    if (FileStamp::of(m_source) != stamp)
        throw Error(ErrorCode::CorruptData, m_source.string() + " has changed since it was read: open it again.");
}

void RecordEdits::edit(const RecordPlace& place, const std::function<void(OrderedJson&)>& change)
{
    auto known = m_changed.find(place.begin);
    if (known == m_changed.end()) {
        std::ifstream stream = openForReading(m_source);
        stream.seekg(std::streamoff(place.begin));
        const std::string text = bytesOf(stream, place.end - place.begin);
        known = m_changed.emplace(place.begin, std::pair(place, parseOrderedJson(text, m_source.string()))).first;
    }
    change(known->second.second);
}

void RecordEdits::write(const std::filesystem::path& to) const
{
    std::ifstream stream = openForReading(m_source);
    std::error_code code;
    const std::uint64_t size = std::filesystem::file_size(m_source, code);
    if (!stream || code)
        throw Error(ErrorCode::FileUnreadable, m_source.string() + " cannot be read: is it still there?");
    std::vector<std::string> parts;
    std::uint64_t at = 0;
    for (const auto& [begin, change] : m_changed) {
        stream.seekg(std::streamoff(at));
        parts.push_back(bytesOf(stream, begin - at));
        parts.push_back(change.second.dump());
        at = change.first.end;
    }
    stream.seekg(std::streamoff(at));
    parts.push_back(bytesOf(stream, size - at));
    writeFileAtomically(to, std::vector<std::string_view>(parts.begin(), parts.end()));
}

std::map<std::string, char> firstKeysOf(const std::filesystem::path& path)
{
    std::map<std::string, char> keys;
    try {
        JsonStream stream(path);
        if (stream.peekSign() == '[')
            stream.take();
        if (stream.peekSign() != '{')
            return keys;
        stream.take();
        while (stream.position() < kGlimpse && stream.peekSign() == '"') {
            const Json name = parseJson(stream.value(kGlimpse, ""), "");
            stream.expect(':', "");
            keys[name.get<std::string>()] = char(stream.peekSign());
            stream.value(kGlimpse, "");
            if (stream.peekSign() == ',')
                stream.take();
        }
    } catch (const std::exception&) {
        return keys; // no JSON, or a value longer than what is looked at: what came before it counts
    }
    return keys;
}

} // namespace vbs
