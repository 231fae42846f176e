#include "core/text/basic_tokenizer.h"

#include <algorithm>
#include <utility>

namespace vbs {
namespace {

using unicode::Character;

/// The words between white space, without the characters that are dropped; an ideograph is a word.
std::vector<Word> splitAtSpace(const std::vector<Character>& text)
{
    std::vector<Word> words;
    Word word;
    const auto endWord = [&] {
        if (!word.empty())
            words.push_back(std::exchange(word, {}));
    };
    for (const Character& character : text) {
        const char32_t value = character.value;
        if (value == 0 || value == 0xFFFD || unicode::isControl(value))
            continue;
        if (unicode::isSpace(value) || unicode::isLineSeparator(value)) {
            endWord();
        } else if (unicode::isIdeograph(value)) {
            endWord();
            words.push_back({character});
        } else {
            word.push_back(character);
        }
    }
    endWord();
    return words;
}

Word withoutAccents(const Word& word)
{
    Word result;
    for (const Character& character : unicode::toNfd(word)) {
        if (!unicode::isNonspacingMark(character.value))
            result.push_back(character);
        else if (!result.empty())
            result.back().end = std::max(result.back().end, character.end);
    }
    return result;
}

} // namespace

BasicTokenizer::BasicTokenizer(bool doLowerCase, std::function<bool(std::string_view)> neverSplit)
    : m_doLowerCase(doLowerCase), m_neverSplit(std::move(neverSplit))
{
}

std::vector<Word> BasicTokenizer::split(const std::vector<Character>& text) const
{
    std::vector<Word> words;
    for (const Word& word : splitAtSpace(m_doLowerCase ? unicode::toLower(text) : text)) {
        if (m_neverSplit(unicode::toUtf8(word.data(), word.data() + word.size())))
            words.push_back(word);
        else
            splitAtPunctuation(m_doLowerCase ? withoutAccents(word) : word, words);
    }
    return words;
}

void BasicTokenizer::splitAtPunctuation(const Word& word, std::vector<Word>& words) const
{
    bool startsWord = true;
    for (const Character& character : word) {
        const bool isPunctuation = unicode::isPunctuation(character.value);
        if (isPunctuation || startsWord)
            words.emplace_back();
        words.back().push_back(character);
        startsWord = isPunctuation;
    }
}

} // namespace vbs
