#include "core/datasets/json_stream.h"

#include "core/base/error.h"
#include "core/base/file_io.h"

#include <algorithm>

namespace vbs {

namespace {

constexpr std::uintmax_t kMaxBytes = std::uintmax_t(4) << 30;
constexpr std::size_t kBlock = 1u << 16;

bool isSpace(int c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isMark(int c)
{
    return c == 0xEF || c == 0xBB || c == 0xBF;
}

} // namespace

JsonStream::JsonStream(const std::filesystem::path& path) : m_file(path.string()), m_stream(openForReading(path))
{
    std::error_code code;
    if (std::filesystem::file_size(path, code) > kMaxBytes)
        throw Error(ErrorCode::TooLarge, sentence("%1 is larger than 4 GB: split it.", m_file));
}

/// The next block. @return false at the end.
bool JsonStream::fill()
{
    m_before += m_block.size();
    m_at = 0;
    m_block.resize(kBlock);
    m_stream.read(m_block.data(), std::streamsize(kBlock));
    m_block.resize(std::size_t(std::max<std::streamsize>(m_stream.gcount(), 0)));
    if (m_stream.bad())
        throw Error(ErrorCode::FileUnreadable,
                    sentence("%1 cannot be read beyond byte %2: the disk or the network failed.", m_file, m_before));
    return !m_block.empty();
}

int JsonStream::peekSign()
{
    while (isSpace(peek()) || (position() < 3 && isMark(peek())))
        take();
    return peek();
}

/// Takes what neither begins nor ends anything, as far as the block goes.
void JsonStream::takeRun(bool quoted, std::size_t limit, std::string& text)
{
    const std::size_t most = std::min(m_block.size(), m_at + limit - std::min(limit, text.size()));
    const auto ends = [quoted](char c) {
        return c == '"' || (quoted ? c == '\\' : c == '{' || c == '}' || c == '[' || c == ']');
    };
    std::size_t end = m_at;
    while (end < most && !ends(m_block[end]))
        ++end;
    text.append(m_block, m_at, end - m_at);
    m_at = end;
}

std::string JsonStream::value(std::size_t limit, const std::string& place)
{
    std::string text;
    int depth = 0;
    bool quoted = false;
    for (int c = peek(); c != kEnd; c = peek()) {
        if (!quoted && depth == 0 && (c == ',' || c == ']' || c == '}' || c == ':' || isSpace(c)))
            return text;
        if (text.size() >= limit)
            throw Error(ErrorCode::TooLarge,
                        sentence("%1 is longer than %2 MB: write one record a line.", place, limit >> 20));
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
        if (quoted || depth > 0)
            takeRun(quoted, limit, text);
    }
    return text;
}

bool JsonStream::line(std::size_t limit, std::string& text)
{
    text.clear();
    bool whole = true;
    for (int c = take(); c != '\n' && c != kEnd; c = take()) {
        if (text.size() < limit)
            text.push_back(char(c));
        else
            whole = false;
    }
    return whole;
}

void JsonStream::expect(char sign, const char* why)
{
    if (peekSign() != sign)
        invalid(why);
    take();
}

void JsonStream::invalid(const std::string& why) const
{
    throw Error(ErrorCode::CorruptData,
                sentence("%1 is not valid JSON: %2 (byte %3): write the file anew.", m_file, why, position()));
}

} // namespace vbs
