#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

/// The sentence templates of all generators, as data; phrasing.h's fillTemplate explains the slots.
namespace vbs {

using Template = std::string_view;

// Questions: one table for each way of asking.

inline constexpr auto kColorTemplates = std::to_array<Template>({
    "{what|which} %c is the %s?",
    "what %c is the %s{| in the %p}?",
    "{what is|what's} the %c of the %s{| in the %p}?",
    "{what is|what's} the %s's %c?",
    "what %c does the %s have?",
    "the %s is {what|which} %c?",
    "{tell me|say|name|give me} the %c of the %s?",
    "{tell me|say} {what|which} %c the %s is?",
    "{can you tell me|do you know|please tell me} {the %c of the %s|what %c the %s is}?",
    "in {what|which} %c is the %s {drawn|painted}?",
    "%c of the %s?",
    "the %s's %c?",
});

inline constexpr auto kColorByRelationTemplates = std::to_array<Template>({
    "{what|which} %c is the %s %r the %t?",
    "{what|which} %c is the %s {|that is }%r the %t?",
    "{what is|what's} the %c of the %s {|that is }%r the %t?",
    "{tell me|say|name} the %c of the %s %r the %t?",
    "what %c does the %s %r the %t have?",
    "the %s %r the %t is {what|which} %c?",
});

inline constexpr auto kWhatIsTemplates = std::to_array<Template>({
    "{what is|what's} the %s{| in the %p}?",
    "{what is|what's} the %d one?",
    "what kind of {thing|object} is the %s?",
    "the %s is what?",
    "{tell me|say} what the %s is?",
    "{name|can you name} the %s?",
    "{what|which} {object|thing} is the %d one?",
});

/// For a single adjective.
inline constexpr auto kWhatIsByAdjectiveTemplates = std::to_array<Template>({
    "{which|what} {object|thing} is %d?",
    "{what is|what's} %d{| in the %p| here}?",
    "what {do you see|can you see} that is %d?",
});

inline constexpr auto kWhatRelationTemplates = std::to_array<Template>({
    "{what is|what's} %r the %t?",
    "what is %r the %t{| in the %p}?",
    "what {can|do} you see %r the %t?",
    "{which|what} {object|thing} is %r the %t?",
    "{which|what} {object|thing} {can|do} you see %r the %t?",
    "what is there %r the %t?",
    "{tell me|say} what is %r the %t?",
    "what does the %p show %r the %t?",
});

inline constexpr auto kCountTemplates = std::to_array<Template>({
    "how many %S are there{| in the %p}?",
    "how many %S are {there|here|in the %p|shown}?",
    "how many %S {can|do} you {see|count|find}{| in the %p}?",
    "how many %S does the %p {show|contain|have}?",
    "count the %S{| in the %p}?",
    "{what is|what's} the number of %S{| in the %p}?",
    "what number of %S {are there|can you see|do you see}?",
    "{tell me|say} how many %S there are?",
    "{can you tell me|do you know|please tell me} how many %S {there are|are in the %p}?",
    "number of %S{| in the %p}?",
    "how many %S?",
    "how many %S are visible{| here| in the %p}?",
});

/// For descriptions without a category.
inline constexpr auto kCountByAdjectiveTemplates = std::to_array<Template>({
    "how many {things|objects|items} {|in the %p }are %d?",
    "how many are %d{| in the %p}?",
    "how many of the {things|objects|items} are %d?",
    "how many %d ones {are there|can you see|do you see}?",
});

inline constexpr auto kExistTemplates = std::to_array<Template>({
    "is there %a{| in the %p| here}?",
    "is there {%a|any %s}{| in the %p}?",
    "are there any %S{| in the %p| here}?",
    "{can|do} you see {%a|any %S}{| in the %p}?",
    "can you find %a{| in the %p}?",
    "does the %p {show|contain|have} {%a|any %S}?",
    "is %a {in the %p|there|shown|visible}?",
    "do we see %a {here|in the %p}?",
    "any %S{| here| in the %p}?",
    "is there %a {anywhere|somewhere}{| in the %p}?",
    "are {some|any} %S {visible|shown|in the %p}?",
    "does this %p {show|contain|have} {%a|any %S}?",
});

inline constexpr auto kVerifyColorTemplates = std::to_array<Template>({
    "is the %s %w?",
    "is the %s %w{| in the %p}?",
    "is the %c of the %s %w?",
    "is the %s's %c %w?",
    "is the %s {drawn|painted} {in |}%w?",
    "does the %s {look|appear} %w?",
    "is it true that the %s is %w?",
    "the %s is %w, {is that|is it} {true|correct}?",
    "does the %s have the %c %w?",
});

inline constexpr auto kRelationYesNoTemplates = std::to_array<Template>({
    "is the %s %r the %t?",
    "is the %s %r the %t{| in the %p}?",
    "{can|do} you see the %s %r the %t?",
    "is it true that the %s is %r the %t?",
    "the %s is %r the %t, {is that|is it} {true|correct}?",
    "does the %s appear %r the %t?",
});

/// About any subject rather than a single one.
inline constexpr auto kAnyRelationYesNoTemplates = std::to_array<Template>({
    "is there %a %r the %t{| in the %p}?",
    "is there {%a|any %s} %r the %t?",
    "{can|do} you see %a %r the %t?",
    "are there any %S %r the %t?",
});

inline constexpr auto kWhichBiggerTemplates = std::to_array<Template>({
    "which is %w, the %s or the %t?",
    "{which|what} {one|object|thing} is %w, the %s or the %t?",
    "what is %w, the %s or the %t?",
    "is the %s or the %t %w?",
    "{tell me|say} {which|what} is %w, the %s or the %t?",
    "which of the two is %w, the %s or the %t?",
});

inline constexpr auto kBiggerYesNoTemplates = std::to_array<Template>({
    "is the %s %w than the %t?",
    "is it true that the %s is %w than the %t?",
    "does the %s {look|appear} %w than the %t?",
    "the %s is %w than the %t, {is that|is it} {true|correct}?",
});

inline constexpr auto kSizeTemplates = std::to_array<Template>({
    "is the %s {big or small|small or big|large or small|big or little|small or large}?",
    "what size is the %s?",
    "{what is|what's} the size of the %s?",
    "how {big|large|small} is the %s?",
    "what size does the %s have?",
    "{tell me|say} {the size of the %s|how big the %s is}?",
});

inline constexpr auto kSizeYesNoTemplates = std::to_array<Template>({
    "is the %s %w?",
    "is the %s %w{| in the %p}?",
    "is it true that the %s is %w?",
    "does the %s {look|appear} %w?",
    "the %s is %w, {is that|is it} {true|correct}?",
});

inline constexpr auto kOddTemplates = std::to_array<Template>({
    "{what is|what's|which is} the odd one out?",
    "which {object|thing} is the odd one out?",
    "{which|what} {object|thing} does not {belong|fit}{| with the others| with the rest}?",
    "{which|what} {object|thing} doesn't {belong|fit}{| here}?",
    "{which|what} {object|thing} is different{| from the others| from the rest| than the others}?",
    "what is different {here|from the others|from the rest}?",
    "{find|name|tell me} the odd one out?",
});

inline constexpr auto kOddByColorTemplates = std::to_array<Template>({
    "{which|what} {object|thing} has {a different|another} %c {from|than} the {others|rest}?",
    "what has {a different|another} %c {from|than} the {others|rest}?",
    "{which|what} {object|thing} {is|has} a different %c?",
    "what is a different %c from the {others|rest}?",
});

inline constexpr auto kOddByKindTemplates = std::to_array<Template>({
    "{which|what} {object|thing} is of {a different|another} kind?",
    "{which|what} {object|thing} is of {a different|another} kind {from|than} the {others|rest}?",
});

inline constexpr auto kOddColorTemplates = std::to_array<Template>({
    "{what|which} %c is different from the others?",
    "{what is|what's} the odd %c{| out}?",
    "{what|which} %c {is the odd one out|appears only once|is there only once}?",
});

inline constexpr auto kMostColorTemplates = std::to_array<Template>({
    "{what|which} %c is {|the }most common?",
    "{what is|what's} the most common %c{| in the %p}?",
    "{what|which} %c are most of the {things|objects|items}?",
    "{what|which} %c do most of the {things|objects|items} have?",
    "{what|which} %c {appears|do you see} most often?",
});

inline constexpr auto kMostCategoryTemplates = std::to_array<Template>({
    "what is there most of{| in the %p}?",
    "{which|what} kind of {object|thing} is {|the }most common?",
    "{what is|what's} the most common {object|thing|kind of object}{| in the %p}?",
    "what are most of the {things|objects|items}?",
    "{which|what} {object|thing} {appears|do you see} most often?",
    "what do you see most{| often| of}?",
});

inline constexpr auto kExtremeTemplates = std::to_array<Template>({
    "{what is|what's} the %w {object|thing|item}{| in the %p}?",
    "{which|what} {object|thing|item} is {|the }%w?",
    "{what is|what's} %w?",
    "{what is|what's|which object is|which thing is|tell me what is} %f{| in the %p}?",
    "name the %w {object|thing}?",
});

inline constexpr auto kExtremeColorTemplates = std::to_array<Template>({
    "{what|which} %c is the %w {object|thing|item}?",
    "{what is|what's} the %c of the %w {object|thing|item}?",
    "what %c does the %w {object|thing} have?",
    "{tell me|name} the %c of the %w {object|thing}?",
});

/// In the order of kSceneRelations: what %w and %f stand for above.
inline constexpr std::array<std::array<Template, 2>, 4> kExtremeAdjectives = {
    {{"leftmost", "leftmost"}, {"rightmost", "rightmost"}, {"highest", "topmost"}, {"lowest", "lowest"}}};
inline constexpr std::array<std::array<Template, 3>, 4> kExtremePhrases = {
    {{"farthest left", "farthest to the left", "on the far left"},
     {"farthest right", "farthest to the right", "on the far right"},
     {"at the top", "at the very top", "highest up"},
     {"at the bottom", "at the very bottom", "lowest down"}}};

inline constexpr auto kMoreYesNoTemplates = std::to_array<Template>({
    "are there %w %S than %T{| in the %p| here}?",
    "{can|do} you see %w %S than %T?",
    "does the %p {show|contain|have} %w %S than %T?",
    "is it true that there are %w %S than %T?",
    "are there %w %S here than %T?",
});

inline constexpr auto kWhichMoreTemplates = std::to_array<Template>({
    "are there %w %S or %w %T?",
    "are there %w %S or %T{| in the %p}?",
    "{what|which} {are there|do you see} %w of, %S or %T?",
    "do you see %w %S or %T?",
});

inline constexpr auto kPlaceTemplates = std::to_array<Template>({
    "where {is|was} this?",
    "where is this?",
    "where's this?",
    "where are we?",
    "what {kind of |}place is this?",
    "{what is|what's} the {background|place|setting} {of|in} the %p?",
    "{what is|what's} in the background?",
    "where was the %p {made|taken}?",
    "where was this %p {made|taken}?",
    "{what|which} {kind of |}place does the %p show?",
    "where are {the|all the|these} {things|objects|items}?",
    "{where is|where's} {the %p|everything}?",
});

/// With the name of an object that is there.
inline constexpr auto kPlaceOfObjectTemplates = std::to_array<Template>({
    "{where is|where's} the %s?",
    "in {what|which} {kind of |}place is the %s?",
});

inline constexpr auto kPlaceYesNoTemplates = std::to_array<Template>({
    "is {it|this} %f?",
    "is {the %p|the scene} %f?",
    "are we %f?",
    "does the %p show a place %f?",
    "is it true that {it|this} is %f?",
});

/// In the order of kScenePlaces: what "this is …" may end with.
inline constexpr std::array<std::array<Template, 2>, 5> kPlacePhrases = {{{"on a meadow", "outdoors on the grass"},
                                                                          {"at the sea", "by the water"},
                                                                          {"in a room", "inside a house"},
                                                                          {"outdoors at night", "in the dark"},
                                                                          {"on plain paper", "on a blank page"}}};

/// In the order of kScenePlaces: whole questions.
inline constexpr std::array<std::array<Template, 2>, 5> kPlaceOwnTemplates = {
    {{"is {this|it} a meadow?", "{is there|do you see} a meadow?"},
     {"is {this|it} the sea?", "{can|do} you see {the sea|water}?"},
     {"is {this|it} a room?", "is {this|it} indoors?"},
     {"is it {night|dark}?", "is it night{| time| here| in the %p}?"},
     {"is {this|it} {only |}paper?", "is {this|it} drawn on paper?"}}};

inline constexpr auto kLeftOrRightTemplates = std::to_array<Template>({
    "is the %s {left or right|right or left} of the %t?",
    "is the %s {to the left or to the right|to the left or right|on the left or on the right} of the %t?",
    "is the %s {on the left or on the right|on the left or the right} side of the %t?",
    "on {what|which} side of the %t is the %s?",
    "{what|which} side of the %t is the %s on?",
    "{where is|where's} the %s, {left or right|right or left|to the left or to the right} of the %t?",
});

inline constexpr auto kAboveOrBelowTemplates = std::to_array<Template>({
    "is the %s {above or below|below or above} the %t?",
    "is the %s {over or under|under or over} the %t?",
    "is the %s {higher or lower|lower or higher} than the %t?",
    "{where is|where's} the %s, {above or below|below or above} the %t?",
});

inline constexpr auto kBiggerWords = std::to_array<Template>({"bigger", "larger"});
inline constexpr auto kSmallerWords = std::to_array<Template>({"smaller", "smaller"});
inline constexpr Template kMoreWord = "more", kFewerWord = "fewer";

// Statements, as clauses. %w is a number word or an attribute, %f a phrase of kPlacePhrases.

inline constexpr auto kExistClauses = std::to_array<Template>({"there is %a", "you can see %a", "%a is there"});
inline constexpr auto kCountOneClauses = std::to_array<Template>({"there is exactly one %s", "there is only one %s"});
inline constexpr auto kCountNoneClauses = std::to_array<Template>({"there are no %S", "you can see no %S"});
inline constexpr auto kCountClauses =
    std::to_array<Template>({"there are exactly %w %S", "there are %w %S", "you can see %w %S"});
inline constexpr auto kAtLeastClauses = std::to_array<Template>({"there are at least %w %S"});
inline constexpr auto kAttributeClauses = std::to_array<Template>({"the %s is %w"});
inline constexpr auto kRelationClauses = std::to_array<Template>({"the %s is %r the %t"});
inline constexpr auto kBiggerClauses = std::to_array<Template>({"the %s is bigger than the %t"});
inline constexpr auto kAllClauses = std::to_array<Template>({"all the %S are %w"});
inline constexpr auto kPlaceClauses = std::to_array<Template>({"the scene is %f", "this is %f"});

// Words of captions that stand outside noun phrases.

inline constexpr auto kCaptionWords = std::to_array<Template>({"there is", "there are", "you can see", "and", ","});

/// Every table above and in phrasing_pair_templates.h and phrasing_choice_templates.h.
std::vector<std::span<const Template>> allTemplateTables();

} // namespace vbs
