#include "core/datasets/vqa_answer.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace vbs {

namespace {

constexpr std::string_view kPunctuation = ";/[]\"{}()=+\\_-><@`,?!";
constexpr std::string_view kSpaces = " \t\r\n\v\f";

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

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool partsDigitsByComma(std::string_view text)
{
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if (text[i] == ',' && isDigit(text[i - 1]) && isDigit(text[i + 1]))
            return true;
    return false;
}

bool standsBesideSpace(std::string_view text, char mark)
{
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == mark && ((i > 0 && text[i - 1] == ' ') || (i + 1 < text.size() && text[i + 1] == ' ')))
            return true;
    return false;
}

std::string trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(kSpaces);
    if (begin == std::string_view::npos)
        return {};
    return std::string(text.substr(begin, text.find_last_not_of(kSpaces) + 1 - begin));
}

std::string inLowerCase(const std::string& text)
{
    std::string lower;
    icu::UnicodeString::fromUTF8(text).toLower(icu::Locale::getRoot()).toUTF8String(lower);
    return lower;
}

} // namespace

std::string strippedVqaAnswer(std::string_view answer)
{
    std::string text(answer);
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '\t', ' ');
    return trimmed(text);
}

std::string withoutVqaPunctuation(std::string_view answer)
{
    const std::string text = strippedVqaAnswer(answer);
    const bool numbers = partsDigitsByComma(text);
    std::string result;
    for (const char c : text) {
        if (kPunctuation.find(c) == std::string_view::npos)
            result += c;
        else if (!numbers && !standsBesideSpace(text, c))
            result += ' ';
    }
    std::string withoutStops;
    for (std::size_t i = 0; i < result.size(); ++i)
        if (result[i] != '.' || (i + 1 < result.size() && isDigit(result[i + 1])))
            withoutStops += result[i];
    return withoutStops;
}

std::string normalizedVqaAnswer(std::string_view answer)
{
    static const std::set<std::string, std::less<>> articles = {"a", "an", "the"};
    std::istringstream words(inLowerCase(withoutVqaPunctuation(answer)));
    std::string result;
    for (std::string word; words >> word;) {
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
