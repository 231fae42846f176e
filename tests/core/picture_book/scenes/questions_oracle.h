#pragma once

#include "core/picture_book/scenes/questions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>
#include <set>

/// Answers questions from their meaning by other means than the generators: attribute names and coordinates
/// only, everything enumerated.
namespace vbs::test {

inline bool fits(const SceneObject& object, const Description& description)
{
    if (description.category != Description::kAny && description.category != object.category)
        return false;
    if (description.color != Description::kAny && description.color != object.color)
        return false;
    return description.size == Description::kAny || description.size == object.size;
}

inline std::vector<const SceneObject*> all(const Scene& scene, const Description& description)
{
    std::vector<const SceneObject*> found;
    for (const SceneObject& object : scene.objects)
        if (fits(object, description))
            found.push_back(&object);
    return found;
}

/// Signed distance by which a is further in the relation's direction than b, pixels.
inline float ahead(const SceneObject& a, SceneRelation relation, const SceneObject& b)
{
    const float ax = (a.box.x1 + a.box.x2) / 2, ay = (a.box.y1 + a.box.y2) / 2;
    const float bx = (b.box.x1 + b.box.x2) / 2, by = (b.box.y1 + b.box.y2) / 2;
    switch (relation) {
    case SceneRelation::Left:
        return bx - ax;
    case SceneRelation::Right:
        return ax - bx;
    case SceneRelation::Above:
        return by - ay;
    default:
        return ay - by;
    }
}

inline std::string word(AskedFor asked, const SceneObject& object)
{
    switch (asked) {
    case AskedFor::Category:
        return std::string(kSceneCategories[std::size_t(object.category)]);
    case AskedFor::Color:
        return std::string(kSceneColors[std::size_t(object.color)]);
    case AskedFor::Size:
        return std::string(kSceneSizes[std::size_t(object.size)]);
    default:
        return "?";
    }
}

inline std::string yesNo(bool yes)
{
    return yes ? "yes" : "no";
}

/// The words of these objects when they agree; "ambiguous" when not, "nothing" without any.
inline std::string agreed(AskedFor asked, const std::vector<const SceneObject*>& objects)
{
    std::set<std::string> words;
    for (const SceneObject* object : objects)
        words.insert(word(asked, *object));
    if (words.empty())
        return "nothing";
    return words.size() == 1 ? *words.begin() : "ambiguous";
}

inline std::string relatedAnswer(const Scene& scene, const QuestionMeaning& m)
{
    const auto references = all(scene, m.other);
    if (references.size() != 1)
        return "ambiguous reference";
    std::vector<const SceneObject*> related;
    bool close = false;
    for (const SceneObject* object : all(scene, m.subject)) {
        if (object == references[0])
            continue;
        const float distance = ahead(*object, m.relation, *references[0]);
        close |= std::abs(distance) <= 12;
        if (distance > 12)
            related.push_back(object);
    }
    if (m.asked == AskedFor::YesNo)
        return !related.empty() ? "yes" : close ? "undecidable" : "no";
    if (close)
        return "undecidable";
    if (m.type == QuestionType::ColorByRelation && related.size() != 1)
        return "ambiguous subject";
    return agreed(m.asked, related);
}

inline std::string comparedAnswer(const Scene& scene, const QuestionMeaning& m)
{
    const auto a = all(scene, m.subject), b = all(scene, m.other);
    if (a.size() != 1 || b.size() != 1 || a[0] == b[0])
        return "ambiguous name";
    if (m.type == QuestionType::Bigger) {
        if (a[0]->size == b[0]->size)
            return "undecidable";
        const bool first = m.less ? a[0]->size == 0 : a[0]->size == 1;
        return m.asked == AskedFor::YesNo ? yesNo(first) : word(m.asked, first ? *a[0] : *b[0]);
    }
    const float distance = ahead(*a[0], m.relation, *b[0]);
    if (std::abs(distance) <= 12)
        return "undecidable";
    if (m.type == QuestionType::RelationYesNo)
        return yesNo(distance > 0);
    if (m.relation == SceneRelation::Left)
        return distance > 0 ? "left" : "right";
    return distance > 0 ? "above" : "below";
}

inline std::string oddAnswer(const Scene& scene, const QuestionMeaning& m)
{
    std::map<int, std::vector<const SceneObject*>> groups;
    for (const SceneObject& object : scene.objects)
        groups[m.by == SceneAttribute::Color ? object.color : object.category].push_back(&object);
    if (groups.size() != 2 || scene.objects.size() < 3)
        return "none is odd";
    const auto& one = groups.begin()->second.size() == 1 ? groups.begin()->second : groups.rbegin()->second;
    return one.size() == 1 ? word(m.asked, *one[0]) : "none is odd";
}

inline std::string mostCommonAnswer(const Scene& scene, const QuestionMeaning& m)
{
    std::map<std::string, int> counts;
    for (const SceneObject& object : scene.objects)
        ++counts[word(m.asked, object)];
    std::string best;
    int most = 0, holders = 0;
    for (const auto& [value, count] : counts) {
        if (count > most)
            best = value, most = count, holders = 0;
        holders += count == most;
    }
    return holders == 1 ? best : "tie";
}

inline std::string extremeAnswer(const Scene& scene, const QuestionMeaning& m)
{
    std::vector<const SceneObject*> sorted;
    for (const SceneObject& object : scene.objects)
        sorted.push_back(&object);
    std::sort(sorted.begin(), sorted.end(),
              [&](const SceneObject* a, const SceneObject* b) { return ahead(*a, m.relation, *b) > 0; });
    if (sorted.size() < 2 || ahead(*sorted[0], m.relation, *sorted[1]) <= 12)
        return "undecidable";
    return word(m.asked, *sorted[0]);
}

inline std::string moreAnswer(const Scene& scene, const QuestionMeaning& m)
{
    const auto a = all(scene, m.subject).size(), b = all(scene, m.other).size();
    const bool first = m.less ? a < b : a > b;
    if (m.asked == AskedFor::YesNo)
        return yesNo(first);
    if (a == b)
        return "tie";
    const Description& winner = first ? m.subject : m.other;
    return m.asked == AskedFor::Category ? std::string(kSceneCategories[std::size_t(winner.category)])
                                         : std::string(kSceneColors[std::size_t(winner.color)]);
}

/// The answer as text; something that is none of kSceneAnswers when the question has no sure answer.
inline std::string workedOutAnswer(const Scene& scene, const QuestionMeaning& m)
{
    const auto subjects = all(scene, m.subject);
    switch (m.type) {
    case QuestionType::Count:
        return std::to_string(subjects.size());
    case QuestionType::Exist:
        return yesNo(!subjects.empty());
    case QuestionType::VerifyColor:
        return subjects.size() == 1 ? yesNo(subjects[0]->color == m.other.color) : "ambiguous name";
    case QuestionType::Color:
    case QuestionType::WhatIs:
    case QuestionType::Size:
        if (subjects.size() != 1)
            return "ambiguous name";
        return m.asked == AskedFor::YesNo ? yesNo(subjects[0]->size == m.other.size) : word(m.asked, *subjects[0]);
    case QuestionType::ColorByRelation:
    case QuestionType::WhatLeftRightAboveBelow:
        return relatedAnswer(scene, m);
    case QuestionType::RelationYesNo:
        return m.anySubject ? relatedAnswer(scene, m) : comparedAnswer(scene, m);
    case QuestionType::Bigger:
    case QuestionType::LeftOrRight:
        return comparedAnswer(scene, m);
    case QuestionType::OddOneOut:
        return oddAnswer(scene, m);
    case QuestionType::MostCommon:
        return mostCommonAnswer(scene, m);
    case QuestionType::Extreme:
        return extremeAnswer(scene, m);
    case QuestionType::MoreOrFewer:
        return moreAnswer(scene, m);
    case QuestionType::Place:
        if (!m.subject.empty() && subjects.empty())
            return "ambiguous name";
        return m.asked == AskedFor::YesNo ? yesNo(scene.place == m.place)
                                          : std::string(kScenePlaces[std::size_t(scene.place)]);
    }
    return "?";
}

/// The regular expression, compiled once.
inline const std::regex& compiled(const std::string& pattern)
{
    static std::map<std::string, std::regex> cache;
    const auto found = cache.find(pattern);
    return found != cache.end() ? found->second : cache.emplace(pattern, std::regex(pattern)).first->second;
}

/// Lower case, with synonyms and relation phrases replaced by the plain words.
inline std::string withoutSynonyms(std::string text)
{
    for (char& c : text)
        c = char(std::tolower(static_cast<unsigned char>(c)));
    static const std::vector<std::pair<std::regex, std::string>> rules = [] {
        std::vector<std::pair<std::regex, std::string>> made;
        for (const auto& [from, to] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"\\b(home|building)(s?)\\b", "house$2"},
                 {"\\b(ship|sailboat)(s?)\\b", "boat$2"},
                 {"\\bkitten(s?)\\b", "cat$1"},
                 {"\\bkitty\\b", "cat"},
                 {"\\bkitties\\b", "cats"},
                 {"\\bmug(s?)\\b", "cup$1"},
                 {"\\bautomobile(s?)\\b", "car$1"},
                 {"\\bblossom(s?)\\b", "flower$1"},
                 {"\\b(large|huge)\\b", "big"},
                 {"\\b(little|tiny)\\b", "small"},
                 {"\\b(over|higher than|highest|topmost|at the (very )?top)\\b", "above"},
                 {"\\b(under|beneath|lower than|lowest|at the (very )?bottom)\\b", "below"},
                 {"\\bleftmost\\b", "left"},
                 {"\\brightmost\\b", "right"}})
            made.emplace_back(std::regex(from), to);
        return made;
    }();
    for (const auto& [from, to] : rules)
        text = std::regex_replace(text, from, to);
    return text;
}

inline std::vector<std::string> plainWords(const Description& description)
{
    std::vector<std::string> words;
    if (description.category != Description::kAny)
        words.emplace_back(kSceneCategories[std::size_t(description.category)]);
    if (description.color != Description::kAny)
        words.emplace_back(kSceneColors[std::size_t(description.color)]);
    if (description.size != Description::kAny)
        words.emplace_back(kSceneSizes[std::size_t(description.size)]);
    return words;
}

/// Whether the question's words hold exactly the relation of its meaning.
inline bool asksForRelation(const QuestionMeaning& m)
{
    return m.type == QuestionType::ColorByRelation || m.type == QuestionType::WhatLeftRightAboveBelow ||
           m.type == QuestionType::RelationYesNo || m.type == QuestionType::Extreme;
}

/// The relation that plain text speaks of; nothing when it speaks of none or several.
inline std::optional<SceneRelation> relationInWords(const std::string& text)
{
    const std::array<std::pair<const char*, SceneRelation>, 6> words = {{{"\\bleft\\b", SceneRelation::Left},
                                                                         {"\\bright\\b", SceneRelation::Right},
                                                                         {"\\babove\\b", SceneRelation::Above},
                                                                         {"\\bhighest up\\b", SceneRelation::Above},
                                                                         {"\\bbelow\\b", SceneRelation::Below},
                                                                         {"\\blowest down\\b", SceneRelation::Below}}};
    std::set<SceneRelation> found;
    for (const auto& [pattern, relation] : words)
        if (std::regex_search(text, compiled(pattern)))
            found.insert(relation);
    return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
}

} // namespace vbs::test
