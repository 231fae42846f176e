#pragma once

#include "core/base/random.h"
#include "core/picture_book/scenes/statement.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Words for descriptions and relations, and sentence templates filled with them. Every word that a
/// generator utters comes from the tables behind these functions and from phrasing_templates.h, which is
/// what makes sceneVocabulary() complete.
namespace vbs {

/// How often a synonym ("mug") replaces the plain word ("cup").
inline constexpr double kSynonymChance = .12;

/// A category's noun, now and then a synonym.
std::string_view categoryWord(Rng& rng, int category, bool plural = false, double synonym = kSynonymChance);
std::string_view sizeWord(Rng& rng, int size, double synonym = kSynonymChance);
/// thing, object or item (or things, …).
std::string_view thingWord(Rng& rng, bool plural = false);
/// "left of", "on the left side of", "higher than" …: one to five words.
std::string_view relationPhrase(Rng& rng, SceneRelation relation);
/// image, picture or photo: what statements about two pictures call one of them.
std::string_view pairPictureWord(Rng& rng);
/// zero … nine.
std::string_view numberWord(int number);
/// "a" or "an" before this word.
std::string_view indefiniteArticle(std::string_view word);

/// Whether this word alone tells a relation: left, right, above, over, higher, below, under, lower.
bool isRelationWord(std::string_view word);

/// What the slots of a template stand for.
struct TemplateSlots {
    Description subject{}, other{};
    SceneRelation relation = SceneRelation::Left;
    std::string_view word{}, phrase{};
    std::string_view side{}, otherSide{}, comparative{}; ///< for statements about two pictures
};

/// Fills a template. {a|b|c} stands for one of its alternatives (they do not nest); slots are
///   %s %S %a  the subject: "red ball", "red balls", "a red ball";     %d  its adjectives alone: "small red"
///   %t %T %b  the same of the other                                   %r  the relation: "to the left of"
///   %c  color or colour     %p  picture, image, scene or photo        %w %f  slots.word, slots.phrase
///   %x %y %v  slots.side, slots.otherSide, slots.comparative
std::string fillTemplate(Rng& rng, std::string_view pattern, const TemplateSlots& slots);

/// The same with a capital first letter.
std::string fillSentence(Rng& rng, std::string_view pattern, const TemplateSlots& slots);

/// Appends "small red ball" or "red things".
void appendNounPhrase(Rng& rng, std::string& text, const Description& description, bool plural);

/// Every word (or phrase) of the tables behind this file.
std::vector<std::string_view> phrasingWords();

} // namespace vbs
