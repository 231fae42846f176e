#include "core/picture_book/scenes/scene_vocabulary.h"

#include "core/picture_book/scenes/phrasing.h"
#include "core/picture_book/scenes/phrasing_templates.h"
#include "core/picture_book/scenes/questions.h"

#include <cctype>
#include <set>

namespace vbs {

namespace {

/// The words between spaces and punctuation; %x slots and the braces of alternatives are no words.
void addWords(std::set<std::string>& words, std::string_view text)
{
    std::string word;
    const auto flush = [&] {
        if (word.size() > 1)
            words.insert(word);
        word.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (std::isalnum(static_cast<unsigned char>(text[i]))) {
            word += char(std::tolower(static_cast<unsigned char>(text[i])));
        } else {
            flush();
            i += text[i] == '%';
        }
    }
    flush();
}

} // namespace

std::vector<std::string> sceneVocabulary()
{
    std::set<std::string> words;
    for (const auto table : allTemplateTables())
        for (const Template pattern : table)
            addWords(words, pattern);
    for (const std::string_view phrase : phrasingWords())
        addWords(words, phrase);
    for (const std::string_view answer : kSceneAnswers)
        addWords(words, answer);

    std::vector<std::string> vocabulary = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};
    vocabulary.insert(vocabulary.end(), words.begin(), words.end());
    for (char c = '!'; c <= '~'; ++c)
        if (std::ispunct(static_cast<unsigned char>(c)))
            vocabulary.emplace_back(1, c);
    const std::string pieces = "abcdefghijklmnopqrstuvwxyz0123456789";
    for (const char c : pieces)
        vocabulary.emplace_back(1, c);
    for (const char c : pieces)
        vocabulary.push_back(std::string("##") + c);
    return vocabulary;
}

} // namespace vbs
