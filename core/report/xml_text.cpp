#include "core/report/xml_text.h"

#include "core/text/unicode.h"

namespace vbs {

namespace {

bool allowed(char32_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    return !(c >= 0xd800 && c <= 0xdfff) && c != 0xfffe && c != 0xffff && c <= 0x10ffff;
}

} // namespace

std::string xmlText(std::string_view text)
{
    std::string result;
    for (const unicode::Character& character : unicode::decodeUtf8(text)) {
        switch (character.value) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            unicode::appendUtf8(result, allowed(character.value) ? character.value : U'\ufffd');
        }
    }
    return result;
}

} // namespace vbs
