#pragma once

#include "core/picture_book/scenes/statement.h"
#include "tests/core/picture_book/scenes/questions_oracle.h"

#include <algorithm>
#include <iterator>
#include <regex>
#include <sstream>
#include <stdexcept>

/// Reads sentences back into meanings, to check that generators say what they mean.
namespace vbs::test {

template <typename Words> int indexIn(const Words& words, const std::string& word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? -1 : int(found - words.begin());
}

inline std::vector<std::string> splitWords(const std::string& text)
{
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

/// "small red balls" (synonyms already replaced); throws on an unknown word.
inline Description parseNounPhrase(const std::string& text)
{
    Description description;
    for (std::string word : splitWords(text)) {
        if (word == "thing" || word == "object" || word == "item" || word == "things" || word == "objects" ||
            word == "items")
            continue;
        if (const int size = indexIn(kSceneSizes, word); size >= 0) {
            description.size = size;
        } else if (const int color = indexIn(kSceneColors, word); color >= 0) {
            description.color = color;
        } else {
            if (indexIn(kSceneCategories, word) < 0 && word.ends_with("s"))
                word.pop_back();
            description.category = indexIn(kSceneCategories, word);
            if (description.category < 0)
                throw std::runtime_error("no noun: " + word + " in " + text);
        }
    }
    return description;
}

/// "left of", "on the left side of", "over".
inline SceneRelation parseRelation(const std::string& text)
{
    const auto relation = relationInWords(withoutSynonyms(text));
    if (!relation)
        throw std::runtime_error("no relation: " + text);
    return *relation;
}

inline int parseNumber(const std::string& word)
{
    const std::vector<std::string> numbers = {"zero", "one", "two",   "three", "four",
                                              "five", "six", "seven", "eight", "nine"};
    return word == "no" ? 0 : indexIn(numbers, word);
}

inline int parsePlace(const std::string& text)
{
    const std::vector<std::pair<const char*, int>> keys = {{"meadow", 0}, {"grass", 0}, {"sea", 1},   {"water", 1},
                                                           {"room", 2},   {"house", 2}, {"night", 3}, {"dark", 3},
                                                           {"paper", 4},  {"page", 4}};
    for (const auto& [key, place] : keys)
        if (text.find(key) != std::string::npos)
            return place;
    throw std::runtime_error("no place: " + text);
}

/// Reads what statementClause wrote; throws when it is no sentence of that grammar.
inline Statement parseClause(const std::string& clause)
{
    const std::string text = withoutSynonyms(clause);
    std::smatch m;
    const auto is = [&](const char* pattern) { return std::regex_match(text, m, compiled(pattern)); };
    const std::string number = "(no|one|two|three|four|five|six|seven|eight|nine)";
    Statement s;
    if (is("(?:the scene is|this is) (.*)")) {
        s.kind = StatementKind::Place;
        s.place = parsePlace(m[1]);
    } else if (is(("there are at least " + number + " (.*)").c_str())) {
        s.kind = StatementKind::AtLeast;
        s.number = parseNumber(m[1]);
        s.subject = parseNounPhrase(m[2]);
    } else if (is(("(?:there is|there are|you can see)(?: exactly| only)? " + number + " (.*)").c_str())) {
        s.kind = StatementKind::Count;
        s.number = parseNumber(m[1]);
        s.subject = parseNounPhrase(m[2]);
    } else if (is("(?:there is|you can see) an? (.*)") || is("an? (.*) is there")) {
        s.subject = parseNounPhrase(m[1]);
    } else if (is("all the (.*) are (.*)")) {
        s.kind = StatementKind::All;
        s.subject = parseNounPhrase(m[1]);
        s.other = parseNounPhrase(m[2]);
    } else if (is("the (.*) is bigger than the (.*)")) {
        s.kind = StatementKind::Bigger;
        s.subject = parseNounPhrase(m[1]);
        s.other = parseNounPhrase(m[2]);
    } else if (is("the (.*) is ((?:to the |on the )?(?:left|right)(?: side)? of|above|below) the (.*)")) {
        s.kind = StatementKind::Relation;
        s.subject = parseNounPhrase(m[1]);
        s.relation = parseRelation(m[2]);
        s.other = parseNounPhrase(m[3]);
    } else if (is("the (.*) is (\\w+)")) {
        s.kind = StatementKind::Attribute;
        s.subject = parseNounPhrase(m[1]);
        s.other = parseNounPhrase(m[2]);
    } else {
        throw std::runtime_error("no clause: " + text);
    }
    return s;
}

/// truthOf by other means.
inline Truth workedOutTruth(const Scene& scene, const Statement& s)
{
    const auto a = all(scene, s.subject), b = all(scene, s.other);
    const auto truth = [](bool value) { return value ? Truth::True : Truth::False; };
    std::size_t agreeing = 0;
    for (const SceneObject* object : a)
        agreeing += fits(*object, s.other);
    switch (s.kind) {
    case StatementKind::Exist:
        return truth(!a.empty());
    case StatementKind::Count:
        return truth(int(a.size()) == s.number);
    case StatementKind::AtLeast:
        return truth(int(a.size()) >= s.number);
    case StatementKind::Attribute:
        return a.size() > 1 ? Truth::Undecidable : truth(agreeing == 1);
    case StatementKind::All:
        return a.size() < 2 ? Truth::Undecidable : truth(agreeing == a.size());
    case StatementKind::Place:
        return truth(scene.place == s.place);
    case StatementKind::Relation:
    case StatementKind::Bigger:
        break;
    }
    if (a.empty() || b.empty())
        return Truth::False;
    if (a.size() > 1 || b.size() > 1 || a[0] == b[0])
        return Truth::Undecidable;
    if (s.kind == StatementKind::Bigger)
        return a[0]->size == b[0]->size ? Truth::Undecidable : truth(a[0]->size == 1);
    const float distance = ahead(*a[0], s.relation, *b[0]);
    return std::abs(distance) <= 12 ? Truth::Undecidable : truth(distance > 0);
}

} // namespace vbs::test
