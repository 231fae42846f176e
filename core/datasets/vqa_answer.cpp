#include "core/datasets/vqa_answer.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace vbs {

namespace {

constexpr std::u32string_view kPunctuation = U";/[]\"{}()=+\\_-><@`,?!";

/// The reference hands a flag of the value 32 to re.sub where the number of replacements belongs.
constexpr std::size_t kMostStops = 32;

constexpr std::array<std::string_view, 11> kNumbers = {"zero", "one",   "two",   "three", "four", "five",
                                                       "six",  "seven", "eight", "nine",  "ten"};

/// As they are written; what lacks any one of the apostrophes is mended. (The reference lists also have forms with a
/// capital I, which lower case never meets.)
constexpr std::string_view kContractions[] = {
    "ain't",     "aren't",       "can't",      "could've",     "couldn't",      "couldn't've",    "didn't",
    "doesn't",   "don't",        "hadn't",     "hadn't've",    "hasn't",        "haven't",        "he'd",
    "he'd've",   "he's",         "how'd",      "how'll",       "how's",         "isn't",          "it'd",
    "it'd've",   "it'll",        "ma'am",      "mightn't",     "mightn't've",   "might've",       "mustn't",
    "must've",   "needn't",      "not've",     "o'clock",      "oughtn't",      "'ow's'at",       "shan't",
    "she'd've",  "should've",    "shouldn't",  "shouldn't've", "somebody'd've", "somebody'll",    "somebody's",
    "someone'd", "someone'd've", "someone'll", "someone's",    "something'd",   "something'd've", "something'll",
    "that's",    "there'd",      "there'd've", "there're",     "there's",       "they'd",         "they'd've",
    "they'll",   "they're",      "they've",    "'twas",        "wasn't",        "we'd've",        "we've",
    "weren't",   "what'll",      "what're",    "what's",       "what've",       "when's",         "where'd",
    "where's",   "where've",     "who'd",      "who'd've",     "who'll",        "who's",          "who've",
    "why'll",    "why're",       "why's",      "won't",        "would've",      "wouldn't",       "wouldn't've",
    "y'all",     "y'all'll",     "y'all'd've", "you'd",        "you'd've",      "you'll",         "you're",
    "you've"};

const std::map<std::string, std::string, std::less<>>& contractions()
{
    static const std::map<std::string, std::string, std::less<>> table = [] {
        // This one form goes the other way in the reference.
        std::map<std::string, std::string, std::less<>> made{{"somebody'd", "somebodyd"}};
        for (const std::string_view form : kContractions) {
            for (std::size_t at = form.find('\''); at != std::string_view::npos; at = form.find('\'', at + 1))
                made.emplace(std::string(form.substr(0, at)) + std::string(form.substr(at + 1)), form);
        }
        return made;
    }();
    return table;
}

/// Code points, since the reference looks at characters, not at bytes.
using Characters = std::u32string;

Characters charactersOf(std::string_view text)
{
    const icu::UnicodeString units = icu::UnicodeString::fromUTF8({text.data(), std::int32_t(text.size())});
    Characters characters(std::size_t(units.countChar32()), U'\0');
    UErrorCode status = U_ZERO_ERROR;
    units.toUTF32(reinterpret_cast<UChar32*>(characters.data()), std::int32_t(characters.size()), status);
    return characters;
}

icu::UnicodeString unitsOf(const Characters& characters)
{
    return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(characters.data()),
                                         std::int32_t(characters.size()));
}

std::string utf8Of(const Characters& characters)
{
    std::string text;
    return unitsOf(characters).toUTF8String(text);
}

/// What Python's str.strip and str.split take for white space.
bool isSpace(char32_t c)
{
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// \d of Python's re: of any script.
bool isDigit(char32_t c)
{
    return c < 0x80 ? c >= U'0' && c <= U'9' : u_charType(UChar32(c)) == U_DECIMAL_DIGIT_NUMBER;
}

bool partsDigitsByComma(const Characters& text)
{
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if (text[i] == U',' && isDigit(text[i - 1]) && isDigit(text[i + 1]))
            return true;
    return false;
}

bool standsBesideSpace(const Characters& text, char32_t mark)
{
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == mark && ((i > 0 && text[i - 1] == U' ') || (i + 1 < text.size() && text[i + 1] == U' ')))
            return true;
    return false;
}

Characters stripped(std::string_view answer)
{
    Characters text = charactersOf(answer);
    std::ranges::replace(text, U'\n', U' ');
    std::ranges::replace(text, U'\t', U' ');
    const auto begin = std::ranges::find_if_not(text, isSpace);
    const auto end = std::find_if_not(text.rbegin(), text.rend(), isSpace).base();
    return begin < end ? Characters(begin, end) : Characters();
}

Characters withoutPunctuation(std::string_view answer)
{
    const Characters text = stripped(answer);
    const bool numbers = partsDigitsByComma(text);
    Characters result;
    for (const char32_t c : text) {
        if (kPunctuation.find(c) == std::u32string_view::npos)
            result += c;
        else if (!numbers && !standsBesideSpace(text, c))
            result += U' ';
    }
    Characters withoutStops;
    std::size_t stops = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const bool isStop = result[i] == U'.' && (i + 1 == result.size() || !isDigit(result[i + 1]));
        if (!isStop || ++stops > kMostStops)
            withoutStops += result[i];
    }
    return withoutStops;
}

/// In lower case, split at white space.
std::vector<std::string> wordsOf(const Characters& text)
{
    std::string lower;
    unitsOf(text).toLower(icu::Locale::getRoot()).toUTF8String(lower);
    std::vector<std::string> words;
    Characters word;
    for (const char32_t c : charactersOf(lower) + U' ') {
        if (!isSpace(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(utf8Of(word));
            word.clear();
        }
    }
    return words;
}

} // namespace

std::string strippedVqaAnswer(std::string_view answer)
{
    return utf8Of(stripped(answer));
}

std::string withoutVqaPunctuation(std::string_view answer)
{
    return utf8Of(withoutPunctuation(answer));
}

std::string normalizedVqaAnswer(std::string_view answer)
{
    static const std::set<std::string, std::less<>> articles = {"a", "an", "the"};
    std::string result;
    for (std::string word : wordsOf(withoutPunctuation(answer))) {
        const auto number = std::ranges::find(kNumbers, word);
        if (word == "none")
            word = "0";
        else if (number != kNumbers.end())
            word = std::to_string(number - kNumbers.begin());
        if (articles.contains(word))
            continue;
        const auto mended = contractions().find(word);
        result += (result.empty() ? "" : " ") + (mended == contractions().end() ? word : mended->second);
    }
    return result;
}

} // namespace vbs
