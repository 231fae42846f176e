#include "core/text/unicode.h"

#include "core/base/error.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace vbs::unicode {
namespace {

constexpr std::uint8_t kUnicodeMajor = 14;
constexpr char32_t kReplacement = 0xFFFD;

const icu::Normalizer2& nfd()
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status))
        throw Error(ErrorCode::Internal,
                    sentence("ICU's normalisation data cannot be loaded: %1", u_errorName(status)));
    return *normalizer;
}

bool isAssigned(char32_t value)
{
    UVersionInfo age;
    u_charAge(static_cast<UChar32>(value), age);
    return age[0] != 0 && age[0] <= kUnicodeMajor;
}

std::uint32_t categoryMask(char32_t value)
{
    return isAssigned(value) ? U_GET_GC_MASK(static_cast<UChar32>(value)) : U_GC_CN_MASK;
}

/// The surrogate encoded in the three bytes at the position, or 0.
char32_t surrogateAt(std::string_view text, std::size_t position)
{
    if (text.size() - position < 3)
        return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[position + i]); };
    if (byte(0) != 0xED || byte(1) < 0xA0 || byte(1) > 0xBF || byte(2) < 0x80 || byte(2) > 0xBF)
        return 0;
    return 0xD000u | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
}

/// Sorts the characters by combining class, in the range between two of class 0.
void reorder(std::vector<Character>::iterator first, std::vector<Character>::iterator last)
{
    const auto byClass = [](const Character& a, const Character& b) {
        return u_getCombiningClass(static_cast<UChar32>(a.value)) < u_getCombiningClass(static_cast<UChar32>(b.value));
    };
    if (std::is_sorted(first, last, byClass))
        return;
    std::size_t begin = first->begin, end = first->end;
    for (auto character = first; character != last; ++character) {
        begin = std::min(begin, character->begin);
        end = std::max(end, character->end);
    }
    std::stable_sort(first, last, byClass);
    for (auto character = first; character != last; ++character) {
        character->begin = begin;
        character->end = end;
    }
}

} // namespace

std::vector<Character> decodeUtf8(std::string_view text)
{
    std::vector<Character> characters;
    characters.reserve(text.size());
    const auto size = static_cast<std::int64_t>(text.size());
    std::int64_t position = 0;
    while (position < size) {
        const auto begin = static_cast<std::size_t>(position);
        if (const char32_t surrogate = surrogateAt(text, begin)) {
            position += 3;
            characters.push_back({surrogate, begin, begin + 3});
            continue;
        }
        UChar32 value = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // inside ICU's macro
        U8_NEXT(text.data(), position, size, value);
#pragma GCC diagnostic pop
        characters.push_back(
            {value < 0 ? kReplacement : static_cast<char32_t>(value), begin, static_cast<std::size_t>(position)});
    }
    return characters;
}

void appendUtf8(std::string& text, char32_t value)
{
    const auto continuation = [](char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
    if (value < 0x80) {
        text += static_cast<char>(value);
    } else if (value < 0x800) {
        text += static_cast<char>(0xC0 | value >> 6);
        text += continuation(value);
    } else if (value < 0x10000) {
        text += static_cast<char>(0xE0 | value >> 12);
        text += continuation(value >> 6);
        text += continuation(value);
    } else {
        text += static_cast<char>(0xF0 | value >> 18);
        text += continuation(value >> 12);
        text += continuation(value >> 6);
        text += continuation(value);
    }
}

std::string toUtf8(const Character* first, const Character* last)
{
    std::string text;
    for (; first != last; ++first)
        appendUtf8(text, first->value);
    return text;
}

bool isControl(char32_t value)
{
    if (value == '\t' || value == '\n' || value == '\r')
        return false;
    return categoryMask(value) & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CS_MASK | U_GC_CO_MASK | U_GC_CN_MASK);
}

bool isSpace(char32_t value)
{
    return value == '\t' || value == '\n' || value == '\r' || (categoryMask(value) & U_GC_ZS_MASK);
}

bool isLineSeparator(char32_t value)
{
    return value == 0x2028 || value == 0x2029;
}

bool isPunctuation(char32_t value)
{
    if (value < 0x80)
        return (value >= 33 && value <= 47) || (value >= 58 && value <= 64) || (value >= 91 && value <= 96) ||
               (value >= 123 && value <= 126);
    return categoryMask(value) & U_GC_P_MASK;
}

bool isIdeograph(char32_t value)
{
    const auto in = [value](char32_t first, char32_t last) { return value >= first && value <= last; };
    return in(0x4E00, 0x9FFF) || in(0x3400, 0x4DBF) || in(0x20000, 0x2A6DF) || in(0x2A700, 0x2B73F) ||
           in(0x2B740, 0x2B81F) || in(0x2B820, 0x2CEAF) || in(0xF900, 0xFAFF) || in(0x2F800, 0x2FA1F);
}

bool isNonspacingMark(char32_t value)
{
    return categoryMask(value) & U_GC_MN_MASK;
}

std::size_t terminalColumns(char32_t value)
{
    if (categoryMask(value) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK))
        return 0;
    const int width = u_getIntPropertyValue(static_cast<UChar32>(value), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::vector<Character> toLower(const std::vector<Character>& text)
{
    std::vector<Character> lower;
    lower.reserve(text.size());
    for (const Character& character : text) {
        // The one character whose full mapping (SpecialCasing.txt) is longer than its simple one.
        if (character.value == 0x0130) {
            lower.push_back({U'i', character.begin, character.end});
            lower.push_back({0x0307, character.begin, character.end});
            continue;
        }
        const auto mapped = static_cast<char32_t>(u_tolower(static_cast<UChar32>(character.value)));
        lower.push_back({isAssigned(mapped) ? mapped : character.value, character.begin, character.end});
    }
    return lower;
}

std::vector<Character> toNfd(const std::vector<Character>& text)
{
    std::vector<Character> result;
    result.reserve(text.size());
    icu::UnicodeString decomposition;
    for (const Character& character : text) {
        if (!nfd().getDecomposition(static_cast<UChar32>(character.value), decomposition)) {
            result.push_back(character);
            continue;
        }
        for (std::int32_t i = 0; i < decomposition.length(); i = decomposition.moveIndex32(i, 1))
            result.push_back({static_cast<char32_t>(decomposition.char32At(i)), character.begin, character.end});
    }
    const auto isStarter = [](const Character& c) { return u_getCombiningClass(static_cast<UChar32>(c.value)) == 0; };
    for (auto first = result.begin(); first != result.end();) {
        first = std::find_if_not(first, result.end(), isStarter);
        const auto last = std::find_if(first, result.end(), isStarter);
        if (first != last)
            reorder(first, last);
        first = last;
    }
    return result;
}

} // namespace vbs::unicode
