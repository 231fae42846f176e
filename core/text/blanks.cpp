#include "core/text/blanks.h"

#include <algorithm>
#include <cctype>

namespace vbs {

namespace {

constexpr std::string_view kEllipsis = "\u2026";

bool startsWithMask(std::string_view text)
{
    return text.size() >= kMaskToken.size() &&
           std::equal(kMaskToken.begin(), kMaskToken.end(), text.begin(),
                      [](char a, char b) { return a == std::toupper(static_cast<unsigned char>(b)); });
}

/// Whether a word begins at this byte: a space, a quotation mark or an opening bracket is before it, or nothing.
bool beginsWord(std::string_view text, std::size_t at)
{
    return at == 0 || std::string_view(" \t\n\r\"'([").find(text[at - 1]) != std::string_view::npos;
}

/// Bytes of the blank that begins here; 0: none does.
std::size_t blankAt(std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(at);
    if (startsWithMask(rest))
        return kMaskToken.size();
    if (!beginsWord(text, at))
        return 0;
    const std::size_t underscores = std::min(rest.find_first_not_of('_'), rest.size());
    if (underscores >= 2)
        return underscores;
    const std::size_t dots = std::min(rest.find_first_not_of('.'), rest.size());
    if (dots >= 3)
        return dots;
    return rest.starts_with(kEllipsis) ? kEllipsis.size() : 0;
}

} // namespace

std::vector<Blank> blanksIn(std::string_view text)
{
    std::vector<Blank> blanks;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = blankAt(text, i);
        if (length > 0)
            blanks.push_back({i, i + length});
        i += std::max<std::size_t>(1, length);
    }
    return blanks;
}

std::string withMasks(std::string_view text)
{
    std::string masked;
    std::size_t from = 0;
    for (const Blank& blank : blanksIn(text)) {
        masked += text.substr(from, blank.begin - from);
        masked += kMaskToken;
        from = blank.end;
    }
    return masked += text.substr(from);
}

} // namespace vbs
