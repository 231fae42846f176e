#include "core/predict/answer_lines.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <optional>
#include <unistd.h>

namespace vbs {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStart = "{\"item\":";
constexpr std::string_view kFault = ",\"fault\":\""; ///< stands in no text, whose quotes have a backslash

std::optional<std::uint32_t> itemOf(std::string_view line)
{
    std::uint32_t item = 0;
    if (!line.starts_with(kStart) || !line.ends_with('}'))
        return std::nullopt;
    const char* const digits = line.data() + kStart.size();
    const auto [end, code] = std::from_chars(digits, line.data() + line.size(), item);
    return code == std::errc() && *end == ',' ? std::optional(item) : std::nullopt;
}

std::string headOf(std::uint32_t item, const std::string& id)
{
    std::string head = jsonText({{"item", item}, {"id", id}}, -1);
    head.pop_back(); // the brace
    return head;
}

[[noreturn]] void refuseLine(const std::string& place)
{
    throw Error(ErrorCode::CorruptData,
                sentence("%1 is damaged: remove the shard's folder, and predict that shard again.", place));
}

} // namespace

std::string answerLine(std::uint32_t item, const std::string& id, const std::string& record)
{
    return headOf(item, id) + (record == "{}" ? "}" : "," + record.substr(1));
}

std::string faultLine(std::uint32_t item, const std::string& id, const std::string& fault)
{
    return jsonText({{"item", item}, {"id", id}, {"fault", fault}}, -1);
}

AnswerLine answerLineOf(const std::string& line, const std::string& place)
{
    const std::optional<std::uint32_t> item = itemOf(line);
    if (!item)
        refuseLine(place);
    const Json json = parseJson(line, place);
    AnswerLine read;
    read.item = *item;
    const auto textOf = [&](const char* key) {
        const auto found = json.find(key);
        if (found != json.end() && !found->is_string())
            refuseLine(place);
        return found == json.end() ? std::string() : found->get<std::string>();
    };
    read.id = textOf("id");
    read.fault = textOf("fault");
    try {
        if (read.fault.empty())
            read.result = predictedResultOf(line);
    } catch (const Error&) { // speaks of a review project
        refuseLine(place);
    }
    return read;
}

std::vector<LinePlace> linesOf(const fs::path& file, std::uint64_t* whole)
{
    std::vector<LinePlace> lines;
    std::uint64_t begin = 0;
    std::error_code code;
    if (fs::exists(file, code)) {
        std::ifstream stream = openForReading(file);
        std::string line;
        while (std::getline(stream, line) && !stream.eof()) {
            const std::optional<std::uint32_t> item = itemOf(line);
            if (!item)
                refuseLine(file.string() + ": line " + std::to_string(lines.size() + 1));
            lines.push_back({*item, begin, begin + line.size(), line.find(kFault) != std::string::npos});
            begin += line.size() + 1;
        }
        if (stream.bad())
            throw Error(ErrorCode::FileUnreadable, sentence("%1 cannot be read.", file));
    }
    if (whole)
        *whole = begin;
    return lines;
}

AnswerFile::AnswerFile(fs::path file, std::uint64_t whole)
    : m_path(std::move(file)), m_file(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666)), m_bytes(whole)
{
    if (m_file < 0)
        fail(errno);
    if (::ftruncate(m_file, off_t(whole)) != 0 || ::lseek(m_file, off_t(whole), SEEK_SET) < 0) {
        const int reason = errno;
        ::close(m_file);
        fail(reason);
    }
}

AnswerFile::~AnswerFile()
{
    ::close(m_file);
}

void AnswerFile::append(std::string_view lines)
{
    std::size_t done = 0;
    while (done < lines.size()) {
        const ssize_t count = ::write(m_file, lines.data() + done, lines.size() - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            const int reason = count < 0 ? errno : ENOSPC;
            (void)!::ftruncate(m_file, off_t(m_bytes));
            fail(reason);
        }
        done += std::size_t(count);
    }
    m_bytes += lines.size();
}

void AnswerFile::synchronise() const
{
    if (::fsync(m_file) != 0)
        fail(errno);
}

void AnswerFile::fail(int reason) const
{
    throw Error(ErrorCode::FileUnwritable, sentence("%1 cannot be written: %2.", m_path, std::strerror(reason)));
}

} // namespace vbs
