#include "core/text/phrases.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>

namespace vbs {

namespace {

using Phrase = MarkedSentence::Phrase;

constexpr std::string_view kMask = "[MASK]";

constexpr auto kDeterminers = std::to_array<std::string_view>(
    {"a",    "an",  "the",   "this", "that",  "these", "those",   "my",      "your", "his",   "her",
     "its",  "our", "their", "some", "two",   "three", "four",    "five",    "six",  "seven", "eight",
     "nine", "ten", "both",  "each", "every", "one",   "another", "several", "many"});

/// Words that end a phrase or begin what describes its head.
constexpr auto kBreaks = std::to_array<std::string_view>(
    {"is",      "are",      "was",     "were",  "be",     "has",     "have",    "had",   "and",    "or",      "but",
     "of",      "in",       "on",      "at",    "with",   "without", "to",      "from",  "by",     "for",     "near",
     "under",   "over",     "above",   "below", "behind", "beside",  "between", "next",  "inside", "outside", "into",
     "through", "that",     "which",   "who",   "whose",  "where",   "while",   "as",    "than",   "higher",  "lower",
     "there",   "it",       "looks",   "look",  "stands", "sits",    "lies",    "holds", "wears",  "wearing", "holding",
     "sitting", "standing", "looking", "not",   "no",     "does",    "do",      "can",   "will",   "up",      "down"});

/// They ask for no one thing.
constexpr auto kQuantities =
    std::to_array<std::string_view>({"everything", "something", "anything", "nothing", "all", "any", "most", "few"});

constexpr auto kDefinite = std::to_array<std::string_view>({"the", "this", "that"});

/// These describe a head when they follow it and belong to the name when they stand before it: "the left shoe".
constexpr auto kSides = std::to_array<std::string_view>({"left", "right"});

bool isLetter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80 || c == '\'' ||
           c == '-';
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](unsigned char c) { return c < 0x80 ? char(std::tolower(c)) : char(c); });
    return result;
}

template <typename List> bool isIn(const List& list, const std::string& word)
{
    return std::ranges::find(list, word) != list.end();
}

/// Words as byte ranges; punctuation marks are words of their own.
std::vector<Phrase> wordsOf(std::string_view text, std::size_t begin, std::size_t end)
{
    std::vector<Phrase> words;
    for (std::size_t i = begin; i < end;) {
        if (std::isspace(static_cast<unsigned char>(text[i]))) {
            ++i;
            continue;
        }
        std::size_t last = i + 1;
        if (isLetter(text[i]))
            while (last < end && isLetter(text[last]))
                ++last;
        words.push_back({i, last});
        i = last;
    }
    return words;
}

std::string wordAt(std::string_view text, const Phrase& word)
{
    return lower(text.substr(word.begin, word.end - word.begin));
}

/// As nearly all English nouns show: "balls", but "bus" and "glass".
bool isPlural(const std::string& noun)
{
    return noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us") && !noun.ends_with("is");
}

bool breaks(std::string_view text, const std::vector<Phrase>& words, std::size_t i)
{
    const std::string word = wordAt(text, words[i]);
    if (!isLetter(word.front()) || isIn(kBreaks, word))
        return true;
    // "the ball left of the house", but "the left ball".
    return isIn(kSides, word) && i + 1 < words.size() && wordAt(text, words[i + 1]) == "of";
}

} // namespace

MarkedSentence readMarkedSentence(std::string_view marked)
{
    MarkedSentence result;
    constexpr std::size_t kNone = std::string::npos;
    std::size_t open = kNone;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked.substr(i, kMask.size()) == kMask) {
            result.text += kMask;
            i += kMask.size() - 1;
        } else if (marked[i] == '[') {
            if (open != kNone)
                throw Error(ErrorCode::InvalidArgument,
                            sentence("A phrase begins inside another one: close the first [ with a ]."));
            open = result.text.size();
        } else if (marked[i] == ']') {
            if (open == kNone)
                throw Error(ErrorCode::InvalidArgument, sentence("There is a ] without a [ before it."));
            if (result.text.find_first_not_of(" \t", open) == kNone)
                throw Error(ErrorCode::InvalidArgument,
                            sentence("A marked phrase is empty: write words between [ and ]."));
            result.phrases.push_back({open, result.text.size()});
            open = kNone;
        } else {
            result.text += marked[i];
        }
    }
    if (open != kNone)
        throw Error(ErrorCode::InvalidArgument, sentence("A [ has no ] after it."));
    return result;
}

std::vector<Phrase> findPhrase(std::string_view text, std::string_view phrase)
{
    std::vector<Phrase> found;
    const std::string all = lower(text), wanted = lower(phrase);
    if (wanted.empty())
        return found;
    for (std::size_t at = all.find(wanted); at != std::string::npos; at = all.find(wanted, at + 1)) {
        const std::size_t end = at + wanted.size();
        const bool starts = at == 0 || !isLetter(all[at - 1]) || !isLetter(wanted.front());
        const bool ends = end == all.size() || !isLetter(all[end]) || !isLetter(wanted.back());
        if (starts && ends)
            found.push_back({at, end});
    }
    return found;
}

std::vector<Phrase> guessNounPhrases(std::string_view text)
{
    const std::vector<Phrase> words = wordsOf(text, 0, text.size());
    std::vector<Phrase> phrases;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!isIn(kDeterminers, wordAt(text, words[i])))
            continue;
        std::size_t last = i;
        for (std::size_t j = i + 1; j < words.size() && !breaks(text, words, j); ++j) {
            if (isIn(kDeterminers, wordAt(text, words[j])) && j > i + 1)
                break;
            last = j;
        }
        if (last == i)
            continue; // "this is": no noun
        phrases.push_back({words[i].begin, words[last].end});
        i = last;
    }
    return phrases;
}

std::vector<Phrase> phrasesToFind(std::string_view text)
{
    constexpr std::size_t kFewWords = 4;
    std::vector<Phrase> phrases = guessNounPhrases(text);
    if (!phrases.empty())
        return phrases;
    std::vector<Phrase> words = wordsOf(text, 0, text.size());
    std::erase_if(words, [&](const Phrase& word) { return !isLetter(text[word.begin]); });
    if (!words.empty() && words.size() <= kFewWords)
        phrases.push_back({words.front().begin, words.back().end});
    return phrases;
}

std::size_t headEnd(std::string_view text, const Phrase& phrase)
{
    const std::vector<Phrase> words = wordsOf(text, phrase.begin, std::min(phrase.end, text.size()));
    std::size_t end = 0;
    bool named = false; // a word of the name has been seen
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (named && breaks(text, words, i))
            break;
        const std::string word = wordAt(text, words[i]);
        if (!isLetter(word.front()))
            continue;
        named = named || !isIn(kDeterminers, word);
        end = words[i].end;
    }
    return end == 0 ? phrase.end : end;
}

std::vector<Phrase> definitePhrases(std::string_view text)
{
    std::vector<Phrase> phrases = guessNounPhrases(text);
    std::erase_if(phrases, [&](const Phrase& phrase) {
        return !isIn(kDefinite, wordAt(text, wordsOf(text, phrase.begin, phrase.end).front()));
    });
    return phrases;
}

std::optional<PresenceQuestion> presenceQuestion(std::string_view text, const Phrase& phrase)
{
    constexpr std::size_t kMostWords = 4;
    PresenceQuestion question;
    question.phrase = text.substr(phrase.begin, headEnd(text, phrase) - phrase.begin);
    std::vector<Phrase> words = wordsOf(question.phrase, 0, question.phrase.size());
    const auto word = [&](std::size_t i) { return wordAt(question.phrase, words[i]); };
    if (!words.empty() && (isIn(kDefinite, word(0)) || word(0) == "a" || word(0) == "an"))
        words.erase(words.begin());
    if (words.empty() || words.size() > kMostWords)
        return std::nullopt;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!isLetter(word(i).front()) || isIn(kDeterminers, word(i)) || isIn(kBreaks, word(i)) ||
            isIn(kQuantities, word(i)))
            return std::nullopt;
        question.thing += (i == 0 ? "" : " ") + word(i);
    }
    question.noun = word(words.size() - 1);
    const bool number = std::isdigit(static_cast<unsigned char>(question.noun.front())) != 0;
    if (number || isPlural(question.noun))
        return std::nullopt;
    const bool vowel = std::string_view("aeiou").find(question.thing.front()) != std::string_view::npos;
    question.text = (vowel ? "Is there an " : "Is there a ") + question.thing + "?";
    return question;
}

} // namespace vbs
