#include "core/text/sentence_kind.h"

#include "core/text/blanks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

namespace vbs {

namespace {

constexpr auto kQuestionWords =
    std::to_array<std::string_view>({"what", "which", "who", "whom", "whose", "where", "when", "why", "how"});

/// They begin a question, and make a statement where they follow a subject.
constexpr auto kVerbs =
    std::to_array<std::string_view>({"is", "are", "was", "were", "has", "have", "do", "does", "can"});

/// Verbs that begin no question.
constexpr auto kStating = std::to_array<std::string_view>(
    {"shows", "show", "contains", "contain", "isn't", "aren't", "wears", "holds", "stands", "sits", "lies"});

/// Words that begin a question before a subject, but not a noun phrase.
constexpr auto kAsking = std::to_array<std::string_view>({"did", "could", "would", "should", "am", "isn't", "aren't"});

template <typename List> bool isIn(const List& list, const std::string& word)
{
    return std::ranges::find(list, word) != list.end();
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || byte >= 0x80 || c == '\'') {
            word += byte < 0x80 ? char(std::tolower(byte)) : c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

} // namespace

SentenceKind kindOfSentence(std::string_view text)
{
    if (!blanksIn(text).empty())
        return SentenceKind::Blanks;
    const std::size_t last = text.find_last_not_of(" \t\r\n\"')");
    if (last != std::string_view::npos && text[last] == '?')
        return SentenceKind::Question;
    const std::vector<std::string> words = wordsOf(text);
    if (words.empty())
        return SentenceKind::Unclear;
    const bool exclaimed = text[last] == '!'; // "What a dog!"
    if (!exclaimed && words.size() > 1 &&
        (isIn(kQuestionWords, words[0]) || isIn(kVerbs, words[0]) || isIn(kAsking, words[0])))
        return SentenceKind::Question;
    if (words[0] == "there's")
        return SentenceKind::Statement;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (isIn(kVerbs, words[i]) || isIn(kStating, words[i]))
            return SentenceKind::Statement;
    }
    return SentenceKind::Unclear;
}

} // namespace vbs
