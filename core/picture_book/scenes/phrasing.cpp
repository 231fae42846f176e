#include "core/picture_book/scenes/phrasing.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace vbs {

namespace {

struct Noun {
    std::string_view singular, plural;
};

/// In the order of kSceneCategories.
constexpr std::array<Noun, 16> kNouns = {{{"house", "houses"},
                                          {"tree", "trees"},
                                          {"car", "cars"},
                                          {"boat", "boats"},
                                          {"fish", "fish"},
                                          {"cat", "cats"},
                                          {"bird", "birds"},
                                          {"flower", "flowers"},
                                          {"balloon", "balloons"},
                                          {"ball", "balls"},
                                          {"star", "stars"},
                                          {"cup", "cups"},
                                          {"book", "books"},
                                          {"umbrella", "umbrellas"},
                                          {"hat", "hats"},
                                          {"sun", "suns"}}};

/// Up to two synonyms a category; an empty word is none.
constexpr std::array<std::array<Noun, 2>, 16> kNounSynonyms = {{
    {{{"home", "homes"}, {"building", "buildings"}}},
    {},
    {{{"automobile", "automobiles"}, {}}},
    {{{"ship", "ships"}, {"sailboat", "sailboats"}}},
    {},
    {{{"kitten", "kittens"}, {"kitty", "kitties"}}},
    {},
    {{{"blossom", "blossoms"}, {}}},
    {},
    {},
    {},
    {{{"mug", "mugs"}, {}}},
    {},
    {},
    {},
    {},
}};

constexpr std::array<std::array<std::string_view, 2>, 2> kSizeSynonyms = {{{"little", "tiny"}, {"large", "huge"}}};

constexpr std::array<Noun, 3> kThings = {{{"thing", "things"}, {"object", "objects"}, {"item", "items"}}};

/// In the order of kSceneRelations; the plain one first.
constexpr std::array<std::array<std::string_view, 4>, 4> kRelationPhrases = {{
    {"left of", "to the left of", "on the left side of", "on the left of"},
    {"right of", "to the right of", "on the right side of", "on the right of"},
    {"above", "above", "over", "higher than"},
    {"below", "beneath", "under", "lower than"},
}};

constexpr std::array<std::string_view, 9> kRelationWords = {"left",  "right",   "above", "over", "higher",
                                                            "below", "beneath", "under", "lower"};

constexpr std::array<std::string_view, 10> kNumbers = {"zero", "one", "two",   "three", "four",
                                                       "five", "six", "seven", "eight", "nine"};

constexpr std::array<std::string_view, 2> kColorWords = {"color", "colour"};
constexpr std::array<std::string_view, 4> kPictureWords = {"picture", "image", "scene", "photo"};
/// What statements about two pictures call them.
constexpr std::array<Noun, 3> kPairPictures = {{{"image", "images"}, {"picture", "pictures"}, {"photo", "photos"}}};
constexpr std::array<std::string_view, 2> kArticles = {"a", "an"};

void appendAdjectives(Rng& rng, std::string& text, const Description& description)
{
    if (description.size != Description::kAny)
        text += sizeWord(rng, description.size);
    if (description.color != Description::kAny) {
        if (description.size != Description::kAny)
            text += ' ';
        text += kSceneColors[std::size_t(description.color)];
    }
}

void appendWithArticle(Rng& rng, std::string& text, const Description& description)
{
    const std::size_t begin = text.size();
    appendNounPhrase(rng, text, description, false);
    text.insert(begin, indefiniteArticle(std::string_view(text).substr(begin)) == "an" ? "an " : "a ");
}

void appendSlot(Rng& rng, std::string& text, char slot, const TemplateSlots& slots)
{
    switch (slot) {
    case 's':
        appendNounPhrase(rng, text, slots.subject, false);
        break;
    case 'S':
        appendNounPhrase(rng, text, slots.subject, true);
        break;
    case 'a':
        appendWithArticle(rng, text, slots.subject);
        break;
    case 'd':
        appendAdjectives(rng, text, slots.subject);
        break;
    case 't':
        appendNounPhrase(rng, text, slots.other, false);
        break;
    case 'T':
        appendNounPhrase(rng, text, slots.other, true);
        break;
    case 'b':
        appendWithArticle(rng, text, slots.other);
        break;
    case 'r':
        text += relationPhrase(rng, slots.relation);
        break;
    case 'c':
        text += rng.pick(kColorWords);
        break;
    case 'p':
        text += rng.pick(kPictureWords);
        break;
    case 'w':
        text += slots.word;
        break;
    case 'f':
        text += slots.phrase;
        break;
    case 'x':
        text += slots.side;
        break;
    case 'y':
        text += slots.otherSide;
        break;
    case 'v':
        text += slots.comparative;
        break;
    default:
        break;
    }
}

/// One of the alternatives of "a|b|c".
std::string_view pickAlternative(Rng& rng, std::string_view alternatives)
{
    const auto bars = std::size_t(std::count(alternatives.begin(), alternatives.end(), '|'));
    for (std::size_t skip = rng.below(bars + 1); skip > 0; --skip)
        alternatives.remove_prefix(alternatives.find('|') + 1);
    return alternatives.substr(0, alternatives.find('|'));
}

void appendTemplate(Rng& rng, std::string& text, std::string_view pattern, const TemplateSlots& slots)
{
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '%' && i + 1 < pattern.size()) {
            appendSlot(rng, text, pattern[++i], slots);
        } else if (pattern[i] == '{') {
            const std::size_t end = pattern.find('}', i);
            appendTemplate(rng, text, pickAlternative(rng, pattern.substr(i + 1, end - i - 1)), slots);
            i = end;
        } else {
            text += pattern[i];
        }
    }
}

} // namespace

std::string_view categoryWord(Rng& rng, int category, bool plural, double synonym)
{
    const Noun* noun = &kNouns[std::size_t(category)];
    const auto& synonyms = kNounSynonyms[std::size_t(category)];
    if (!synonyms[0].singular.empty() && rng.chance(synonym))
        noun = &synonyms[synonyms[1].singular.empty() ? 0 : rng.below(2)];
    return plural ? noun->plural : noun->singular;
}

std::string_view sizeWord(Rng& rng, int size, double synonym)
{
    if (rng.chance(synonym))
        return rng.pick(kSizeSynonyms[std::size_t(size)]);
    return kSceneSizes[std::size_t(size)];
}

std::string_view thingWord(Rng& rng, bool plural)
{
    const Noun& noun = rng.pick(kThings);
    return plural ? noun.plural : noun.singular;
}

std::string_view relationPhrase(Rng& rng, SceneRelation relation)
{
    return rng.pick(kRelationPhrases[std::size_t(relation)]);
}

std::string_view pairPictureWord(Rng& rng)
{
    return rng.pick(kPairPictures).singular;
}

std::string_view numberWord(int number)
{
    return kNumbers[std::size_t(number)];
}

std::string_view indefiniteArticle(std::string_view word)
{
    const bool vowel = !word.empty() && std::string_view("aeiou").find(word[0]) != std::string_view::npos;
    return kArticles[vowel ? 1 : 0];
}

bool isRelationWord(std::string_view word)
{
    return std::find(kRelationWords.begin(), kRelationWords.end(), word) != kRelationWords.end();
}

void appendNounPhrase(Rng& rng, std::string& text, const Description& description, bool plural)
{
    appendAdjectives(rng, text, description);
    if (description.size != Description::kAny || description.color != Description::kAny)
        text += ' ';
    if (description.category != Description::kAny)
        text += categoryWord(rng, description.category, plural);
    else
        text += thingWord(rng, plural);
}

std::string fillTemplate(Rng& rng, std::string_view pattern, const TemplateSlots& slots)
{
    std::string text;
    text.reserve(80);
    appendTemplate(rng, text, pattern, slots);
    return text;
}

std::string fillSentence(Rng& rng, std::string_view pattern, const TemplateSlots& slots)
{
    std::string text = fillTemplate(rng, pattern, slots);
    if (!text.empty())
        text[0] = char(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::vector<std::string_view> phrasingWords()
{
    std::vector<std::string_view> words;
    const auto add = [&](const auto& table) { words.insert(words.end(), table.begin(), table.end()); };
    const auto addNouns = [&](const auto& table) {
        for (const Noun& noun : table)
            words.insert(words.end(), {noun.singular, noun.plural});
    };
    add(kSceneColors);
    add(kSceneSizes);
    add(kRelationWords);
    add(kNumbers);
    add(kColorWords);
    add(kPictureWords);
    add(kArticles);
    addNouns(kNouns);
    addNouns(kThings);
    addNouns(kPairPictures);
    for (const auto& synonyms : kNounSynonyms)
        addNouns(synonyms);
    for (const auto& synonyms : kSizeSynonyms)
        add(synonyms);
    for (const auto& phrases : kRelationPhrases)
        add(phrases);
    std::erase(words, std::string_view());
    return words;
}

} // namespace vbs
