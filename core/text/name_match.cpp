#include "core/text/name_match.h"

#include "core/text/phrases.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace vbs {

namespace {

using namespace std::string_view_literals;

constexpr double kSame = 1, kPartOfName = 0.7, kKind = 0.6, kAnything = 0.4;

constexpr std::array kLeftOut{"a"sv,    "an"sv,   "the"sv,   "this"sv, "that"sv,  "these"sv, "those"sv,
                              "some"sv, "any"sv,  "his"sv,   "her"sv,  "its"sv,   "their"sv, "my"sv,
                              "your"sv, "our"sv,  "one"sv,   "two"sv,  "three"sv, "four"sv,  "five"sv,
                              "all"sv,  "both"sv, "every"sv, "each"sv, "other"sv};
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kIrregular{{{"men", "man"},
                                                                                    {"women", "woman"},
                                                                                    {"children", "child"},
                                                                                    {"people", "person"},
                                                                                    {"feet", "foot"},
                                                                                    {"teeth", "tooth"},
                                                                                    {"mice", "mouse"},
                                                                                    {"geese", "goose"},
                                                                                    {"knives", "knife"},
                                                                                    {"leaves", "leaf"},
                                                                                    {"shelves", "shelf"},
                                                                                    {"wolves", "wolf"}}};
constexpr std::array kPersons{"man"sv, "woman"sv, "boy"sv,    "girl"sv,  "child"sv,  "kid"sv,   "lady"sv,
                              "guy"sv, "baby"sv,  "player"sv, "skier"sv, "surfer"sv, "rider"sv, "person"sv};
constexpr std::array kAnimals{"dog"sv,  "cat"sv,  "bird"sv,  "horse"sv,   "cow"sv,  "sheep"sv,  "elephant"sv,
                              "fish"sv, "bear"sv, "zebra"sv, "giraffe"sv, "duck"sv, "monkey"sv, "animal"sv};
constexpr std::array kVehicles{"car"sv,  "truck"sv,     "bus"sv,     "train"sv, "motorcycle"sv, "bicycle"sv,
                               "boat"sv, "airplane"sv,  "van"sv,     "taxi"sv,  "bike"sv,       "plane"sv,
                               "ship"sv, "motorbike"sv, "vehicle"sv, "jet"sv};
struct Kind {
    std::string_view noun;
    std::span<const std::string_view> members;
};
constexpr Kind kKinds[] = {{"person", kPersons}, {"animal", kAnimals}, {"vehicle", kVehicles}};
constexpr std::array kThings{"thing"sv, "object"sv, "item"sv, "something"sv, "anything"sv};

template <typename List> bool isIn(const List& list, std::string_view word)
{
    return std::ranges::find(list, word) != std::ranges::end(list);
}

std::string singular(const std::string& word)
{
    for (const auto& [many, one] : kIrregular)
        if (word == many)
            return std::string(one);
    const auto ends = [&](std::string_view tail) { return word.size() > tail.size() + 1 && word.ends_with(tail); };
    if (ends("ies"))
        return word.substr(0, word.size() - 3) + "y";
    for (const std::string_view tail : {"sses"sv, "shes"sv, "ches"sv, "xes"sv})
        if (ends(tail))
            return word.substr(0, word.size() - 2);
    if (ends("s") && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is"))
        return word.substr(0, word.size() - 1);
    return word;
}

/// In lower case, split at everything but letters, digits and what is not ASCII.
std::vector<std::string> wordsIn(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80)
            words.back() += upper ? char(c - 'A' + 'a') : c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    for (std::string& word : words)
        word = singular(word);
    return words;
}

bool endsWith(const std::vector<std::string>& words, const std::vector<std::string>& tail)
{
    return !tail.empty() && tail.size() <= words.size() && std::equal(tail.rbegin(), tail.rend(), words.rbegin());
}

} // namespace

std::vector<std::string> nameWords(std::string_view phrase)
{
    std::vector<std::string> words = wordsIn(phrase.substr(0, headEnd(phrase, {0, phrase.size()})));
    std::erase_if(words, [](const std::string& word) { return isIn(kLeftOut, word); });
    return words;
}

double nameMatch(const std::vector<std::string>& words, std::string_view name)
{
    if (words.empty())
        return 0;
    const std::string& noun = words.back();
    double best = isIn(kThings, noun) ? kAnything : 0;
    while (!name.empty()) {
        const std::size_t comma = std::min(name.find(','), name.size());
        const std::vector<std::string> own = wordsIn(name.substr(0, comma));
        name.remove_prefix(std::min(comma + 1, name.size()));
        if (own.empty())
            continue;
        if (endsWith(words, own))
            best = kSame;
        else if (isIn(own, noun))
            best = std::max(best, kPartOfName);
        for (const Kind& kind : kKinds)
            if (noun == kind.noun && isIn(kind.members, own.back()))
                best = std::max(best, kKind);
    }
    return best;
}

bool attributeMatch(const std::vector<std::string>& words, std::string_view attribute)
{
    const std::vector<std::string> own = wordsIn(attribute);
    return !words.empty() &&
           std::any_of(words.begin(), words.end() - 1, [&](const std::string& word) { return isIn(own, word); });
}

} // namespace vbs
