#include "core/base/one_line.h"

#include "core/base/utf8.h"

namespace vbs {

namespace {

constexpr std::string_view kBreaks = "\r\n\v\f";
constexpr std::string_view kBlanks = " \t\r\n\v\f";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

} // namespace

std::string joinedLines(std::string_view text)
{
    std::string joined;
    for (std::string_view rest = trimmed(text); !rest.empty();) {
        const std::size_t end = rest.find_first_of(kBreaks);
        if (!joined.empty())
            joined += ' ';
        joined += trimmed(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view() : trimmed(rest.substr(end));
    }
    return withoutControls(joined);
}

std::string firstLine(std::string_view text)
{
    const std::string_view whole = trimmed(text);
    return withoutControls(trimmed(whole.substr(0, whole.find_first_of(kBreaks))));
}

} // namespace vbs
