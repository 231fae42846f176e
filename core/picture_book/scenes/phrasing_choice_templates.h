#pragma once

#include "core/picture_book/scenes/phrasing_templates.h"

/// Templates of questions with four candidate sentences.
namespace vbs {

// Which description fits?
inline constexpr auto kDescribeTemplates = std::to_array<Template>({
    "which sentence {fits|describes} the %p?",
    "which {description|sentence} is {right|true}?",
    "what is true here?",
    "what can you say about the %p?",
});

// Where is the subject?
inline constexpr auto kWhereTemplates = std::to_array<Template>({
    "{where is|where's} the %s?",
    "how do you find the %s?",
    "where do you find the %s?",
});
inline constexpr auto kWhereChoices = std::to_array<Template>({"it is %r the %t"});

// What could one do with it? In the order of kSceneCategories.
inline constexpr std::array<std::array<Template, 2>, 16> kAffordanceTemplates = {{
    {"where could a family live?", "what has rooms and a roof?"},
    {"what grows leaves and a trunk?", "what could you climb up?"},
    {"what could you drive to town?", "what has wheels and a motor?"},
    {"what would carry you over the water?", "what could you sail in?"},
    {"what lives under water?", "what has fins and a tail?"},
    {"what likes to catch mice?", "what says meow?"},
    {"what lays eggs in a nest?", "what has wings and a beak?"},
    {"what smells nice?", "what would you put in a vase?"},
    {"what is filled with gas?", "what could burst with a bang?"},
    {"what could the children kick?", "what would you use for a game of football?"},
    {"what do you see in the sky at night?", "what has five points?"},
    {"what could you drink tea from?", "what would you use when you are thirsty?"},
    {"what could you read?", "what would you take to read a story?"},
    {"what would keep you dry in the rain?", "what do you need when it rains?"},
    {"what could you wear on your head?", "what would you put on your head?"},
    {"what gives light and warmth?", "what shines by day?"},
}};
inline constexpr auto kNamedChoices = std::to_array<Template>({"the %s"});

// What will happen next? In the order of kSceneCategories.
inline constexpr auto kHappenTemplates =
    std::to_array<Template>({"what will happen next?", "what may happen soon?", "what could happen next?"});
inline constexpr auto kHappenChoices = std::to_array<Template>({"the %s will %f"});
inline constexpr std::array<Template, 16> kHappenings = {"be painted again",
                                                         "grow taller",
                                                         "drive away",
                                                         "sail away",
                                                         "swim away",
                                                         "jump and run away",
                                                         "fly away",
                                                         "wither without water",
                                                         "float up into the sky",
                                                         "roll away",
                                                         "shine in the night",
                                                         "be filled with tea",
                                                         "be read by someone",
                                                         "be opened in the rain",
                                                         "be worn by someone",
                                                         "go down in the evening"};

// What could people do here? In the order of kScenePlaces.
inline constexpr auto kPlaceUseTemplates = std::to_array<Template>(
    {"what could people do here?", "why would someone come here?", "what can you do in this place?"});
inline constexpr std::array<std::array<Template, 2>, 5> kPlaceUses = {{
    {"have a picnic on the grass", "run over the meadow"},
    {"swim in the water", "listen to the waves"},
    {"sit inside by the wall", "walk on the wooden floor"},
    {"go to sleep", "look at the dark sky"},
    {"draw more on the paper", "fold the paper"},
}};

// Are there enough? %w is a number word.
inline constexpr auto kEnoughTemplates = std::to_array<Template>(
    {"can %w {children|friends} each have %a?", "are there enough %S for %w {children|friends}?"});
inline constexpr auto kEnoughForOneTemplates = std::to_array<Template>({"can one {child|friend} have %a?"});
inline constexpr auto kEnoughChoices = std::to_array<Template>({
    "yes, there are %w %S",
    "yes, there is one %s",
    "no, there are only %w %S",
    "no, there is only one %s",
    "no, there are no %S",
});

// Why does someone look there?
inline constexpr auto kCauseTemplates =
    std::to_array<Template>({"someone looks %r the %t. Why?", "why does someone look %r the %t?"});
inline constexpr auto kCauseChoices = std::to_array<Template>({"to see the %s"});

} // namespace vbs
