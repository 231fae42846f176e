#include "core/text/sentence_kind.h"

#include "core/text/blanks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

namespace vbs {

namespace {

using Word = std::string_view;

constexpr auto kQuestionWords =
    std::to_array<Word>({"what", "which", "who", "whom", "whose", "where", "when", "why", "how"});

/// They begin a question, and make a statement where they follow a subject.
constexpr auto kVerbs = std::to_array<Word>(
    {"is",     "are",      "was",      "were",      "has",     "have",   "had",   "do",      "does",
     "did",    "can",      "could",    "would",     "should",  "will",   "must",  "might",   "isn't",
     "aren't", "wasn't",   "weren't",  "hasn't",    "haven't", "hadn't", "don't", "doesn't", "didn't",
     "can't",  "couldn't", "wouldn't", "shouldn't", "won't",   "am",     "may"});

/// Verbs that begin no question. No plural of a noun is among them, nor what may stand for one ("watches", "play").
constexpr auto kStating = std::to_array<Word>(
    {"shows",   "show",    "contains", "contain", "wears",   "holds",   "stands", "sits",   "lies",
     "rides",   "sleeps",  "chases",   "eats",    "carries", "flies",   "swims",  "hangs",  "floats",
     "covers",  "touches", "follows",  "reads",   "throws",  "catches", "kicks",  "pulls",  "pushes",
     "belongs", "begins",  "looks",    "runs",    "walks",   "plays",   "jumps",  "drinks", "grows"});

/// No verb follows them.
constexpr auto kDeterminers =
    std::to_array<Word>({"a", "an", "the", "this", "these", "those", "my", "your", "his", "its", "our", "their", "no",
                         "two", "three", "four", "five", "several", "many"});

/// They lead to what only describes a thing: "the dog that is asleep".
constexpr auto kRelatives = std::to_array<Word>({"that", "which", "who", "where"});

constexpr auto kPrepositions = std::to_array<Word>(
    {"in", "on", "at", "to", "of", "for", "from", "with", "by", "about", "under", "behind", "near"});

/// In front of what may be wanted: "show me", "look for", "point to".
constexpr auto kSearching = std::to_array<Word>({"find", "show", "locate", "highlight"});

constexpr auto kTelling = std::to_array<Word>({"tell", "say", "guess", "explain", "i"});

constexpr auto kBesidePicture = std::to_array<Word>(
    {"left", "right", "both", "one", "other", "each", "either", "neither", "first", "second", "no", "only"});

template <typename List> bool isIn(const List& list, Word word)
{
    return std::ranges::find(list, word) != list.end();
}

/// In small letters, with a straight apostrophe; a hyphen belongs to its word.
std::vector<std::string> wordsOf(std::string_view text)
{
    constexpr std::string_view kApostrophe = "\u2019";
    std::vector<std::string> words;
    std::string word;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (text.substr(i).starts_with(kApostrophe)) {
            word += '\'';
            i += kApostrophe.size() - 1;
        } else if (std::isalnum(byte) || byte >= 0x80 || byte == '\'' || byte == '-') {
            word += byte < 0x80 ? char(std::tolower(byte)) : text[i];
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

/// "what", "what's", "whats".
bool isQuestionWord(Word word)
{
    return isIn(kQuestionWords, word) ||
           (word.ends_with('s') && isIn(kQuestionWords, word.substr(0, word.size() - (word.ends_with("'s") ? 2 : 1))));
}

bool beginsQuestion(const std::vector<std::string>& words)
{
    const Word first = words[0], second = words[1];
    if (first == "where" || first == "when") // "when it rains" asks nothing
        return isIn(kVerbs, second);
    if (isQuestionWord(first))
        return true;
    if (isIn(kVerbs, first)) // "Have a look", "do not look" and "can of soda" are none
        return second != "not" && second != "of" && !(first == "have" && (second == "a" || second == "an"));
    if (isIn(kPrepositions, first)) // "on which side", "in the picture, what is red"
        return isIn(kQuestionWords, second);
    const auto last = words.begin() + std::min<std::ptrdiff_t>(4, std::ssize(words));
    return isIn(kTelling, first) && std::any_of(words.begin() + 1, last, isQuestionWord);
}

/// Whether a part behind a comma asks, as in "In the picture, what is red".
bool asksBehindPlace(std::string_view text, const std::vector<std::string>& words)
{
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos || !isIn(kPrepositions, words[0]))
        return false;
    const std::vector<std::string> rest = wordsOf(text.substr(comma));
    constexpr auto kRelating = std::to_array<Word>({"which", "who", "whose", "where", "when"});
    return rest.size() > 1 && !isIn(kRelating, rest[0]) && beginsQuestion(rest);
}

bool isSearch(const std::vector<std::string>& words)
{
    const auto follows = [&](Word word) { return words[1] == word; };
    if (words[0] == "look")
        return follows("for");
    if (words[0] == "point")
        return follows("to") || follows("at") || follows("out");
    return isIn(kSearching, words[0]) || (words[0] == "mark" && isIn(kDeterminers, words[1]));
}

/// Whether this word is the verb of the whole.
bool isVerb(const std::vector<std::string>& words, std::size_t i)
{
    const Word before = words[i - 1], after = i + 1 < words.size() ? Word(words[i + 1]) : Word();
    if (!isIn(kVerbs, words[i]) && !isIn(kStating, words[i]))
        return false;
    if (isIn(kRelatives, before) || isIn(kDeterminers, before))
        return false;
    return words[i] != "can" || !(after.empty() || isIn(kPrepositions, after)); // "the red can on the table"
}

bool isAboutPictures(const std::vector<std::string>& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const Word name : {"picture", "image", "photo"}) {
            if (words[i] == std::string(name) + 's' ||
                (words[i] == name && i > 0 && isIn(kBesidePicture, words[i - 1])))
                return true;
        }
    }
    return false;
}

} // namespace

SentenceKind kindOfSentence(std::string_view text)
{
    if (!blanksIn(text).empty())
        return SentenceKind::Blanks;
    const std::size_t last = text.find_last_not_of(" \t\r\n\"')");
    if (last != std::string_view::npos && text[last] == '?')
        return SentenceKind::Question;
    std::vector<std::string> words = wordsOf(text);
    if (words.size() > 1 && words[0] == "please")
        words.erase(words.begin());
    if (words.empty())
        return SentenceKind::Unclear;
    if (words.size() > 1) {
        const bool exclaimed = text[last] == '!'; // "What a day it is!"
        if (exclaimed && isQuestionWord(words[0]))
            return SentenceKind::Unclear;
        if (!exclaimed && (beginsQuestion(words) || asksBehindPlace(text, words)))
            return SentenceKind::Question;
        if (isSearch(words))
            return SentenceKind::Search;
        if (isIn(kVerbs, words[0])) // "Have a look"
            return SentenceKind::Unclear;
    }
    bool states = words[0] == "there's" || words[0] == "it's";
    for (std::size_t i = 1; i < words.size() && !states; ++i)
        states = isVerb(words, i);
    return !states                  ? SentenceKind::Unclear
           : isAboutPictures(words) ? SentenceKind::PairStatement
                                    : SentenceKind::Statement;
}

} // namespace vbs
