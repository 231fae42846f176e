#include "core/text/vocabulary.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/utf8.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr std::uintmax_t kMaxFileBytes = 64u << 20;

/// Lines end with LF, CR LF or CR, as in every text file that the reference reads. A byte order mark is no token's.
std::vector<std::string> splitLines(const std::string& text)
{
    std::vector<std::string> lines;
    static constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::size_t begin = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + (text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
    }
    return lines;
}

} // namespace

Vocabulary::Vocabulary(const std::filesystem::path& file) : m_tokens(splitLines(readTextFile(file, kMaxFileBytes)))
{
    if (m_tokens.empty())
        throw Error(ErrorCode::CorruptData, sentence("%1 is empty; a vocabulary has one token a line.", file.string()));
    m_ids.reserve(m_tokens.size());
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        if (!isUtf8(m_tokens[i]))
            throw Error(ErrorCode::CorruptData,
                        sentence("%1, line %2: the token is not valid UTF-8.", file.string(), i + 1));
        m_ids[m_tokens[i]] = static_cast<std::int64_t>(i);
    }
}

std::optional<std::int64_t> Vocabulary::idOf(std::string_view token) const
{
    const auto found = m_ids.find(token);
    return found == m_ids.end() ? std::nullopt : std::optional(found->second);
}

const std::string& Vocabulary::tokenOf(std::int64_t id) const
{
    if (id < 0 || static_cast<std::uint64_t>(id) >= m_tokens.size())
        throw Error(ErrorCode::InvalidArgument,
                    sentence("There is no token %1; the vocabulary has %2 tokens.", id, m_tokens.size()));
    return m_tokens[static_cast<std::size_t>(id)];
}

} // namespace vbs
