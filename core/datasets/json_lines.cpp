#include "core/datasets/json_lines.h"

#include "core/base/error.h"

#include <fstream>

namespace vbs {

namespace {

constexpr std::uintmax_t kMaxBytes = std::uintmax_t(4) << 30, kMaxArrayBytes = std::uintmax_t(1) << 30;
constexpr std::size_t kMaxLine = std::size_t(16) << 20;

/// One line without its end. @return false at the end of the file.
bool readLine(std::ifstream& stream, std::string& line, const std::string& place)
{
    line.clear();
    std::streambuf* buffer = stream.rdbuf();
    for (int c = buffer->sbumpc(); c != std::char_traits<char>::eof(); c = buffer->sbumpc()) {
        if (c == '\n')
            return true;
        if (line.size() == kMaxLine)
            throw Error(ErrorCode::TooLarge, place + " is longer than 16 MB: write one record a line.");
        line.push_back(char(c));
    }
    return !line.empty();
}

Json parsed(const std::string& text, const std::string& place)
{
    try {
        return Json::parse(text);
    } catch (const Json::exception& e) {
        throw Error(ErrorCode::CorruptData,
                    place + " is not valid JSON (" + e.what() + "): correct it, or take the line out.");
    }
}

void visitArray(const std::filesystem::path& path, const std::function<void(const JsonRecord&)>& visit)
{
    const Json json = readJsonFile(path, kMaxArrayBytes);
    for (std::size_t i = 0; i < json.size(); ++i)
        visit(JsonRecord(path.string(), "[" + std::to_string(i) + "]", json[i]));
}

} // namespace

void forEachJsonRecord(const std::filesystem::path& path, const std::function<void(const JsonRecord&)>& visit)
{
    std::error_code code;
    if (!std::filesystem::exists(path, code))
        throw Error(ErrorCode::FileNotFound, path.string() + " does not exist.");
    std::ifstream stream(path, std::ios::binary);
    if (!stream || std::filesystem::is_directory(path, code))
        throw Error(ErrorCode::FileUnreadable, path.string() + " cannot be read: name a file with JSON records.");
    if (std::filesystem::file_size(path, code) > kMaxBytes)
        throw Error(ErrorCode::TooLarge, path.string() + " is larger than 4 GB: split it.");
    std::string line;
    for (std::size_t number = 1;; ++number) {
        const std::string place = path.string() + ": line " + std::to_string(number);
        if (!readLine(stream, line, place))
            return;
        const std::size_t begin = line.find_first_not_of(" \t\r\xEF\xBB\xBF");
        if (begin == std::string::npos)
            continue;
        if (line[begin] == '[')
            return visitArray(path, visit);
        const Json json = parsed(line.substr(begin), place);
        visit(JsonRecord(path.string(), "line " + std::to_string(number), json));
    }
}

} // namespace vbs
