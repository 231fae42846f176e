#include "core/base/sentence.h"

namespace vbs {

Sentence::Sentence(std::string pattern, std::vector<Sentence> parts)
    : m_pattern(std::move(pattern)), m_parts(std::move(parts))
{
    std::vector<std::string> english;
    for (const Sentence& part : m_parts)
        english.push_back(part.english());
    m_english = withParts(m_pattern, english);
}

std::string withParts(std::string_view pattern, const std::vector<std::string>& parts)
{
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const std::size_t place = pattern[i] == '%' && i + 1 < pattern.size() ? std::size_t(pattern[i + 1] - '1') : 9;
        if (place < parts.size()) {
            text += parts[place];
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

} // namespace vbs
