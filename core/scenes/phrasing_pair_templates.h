#pragma once

#include "core/scenes/phrasing_templates.h"

/// Templates of statements about two pictures. %w is the word for a picture ("%ws" its plural), %f a clause
/// or a number word, %x and %y "left" and "right", %v more or fewer.
namespace vbs {

inline constexpr auto kBothExistTemplates = std::to_array<Template>({
    "both %ws {contain|show} %a.",
    "there is %a in both %ws.",
    "each %w {shows|contains} %a.",
    "in both %ws you can see %a.",
    "%a is in both %ws.",
});
inline constexpr auto kBothTemplates = std::to_array<Template>({"in both %ws %f.", "in each %w %f."});

inline constexpr auto kExactlyOneExistTemplates = std::to_array<Template>({
    "exactly one %w {shows|contains} %a.",
    "only one of the %ws {contains|shows} %a.",
    "there is %a in exactly one %w.",
    "only one %w {shows|contains} %a.",
});
inline constexpr auto kExactlyOneTemplates =
    std::to_array<Template>({"in exactly one %w %f.", "in only one of the %ws %f."});

inline constexpr auto kAtLeastOneExistTemplates = std::to_array<Template>({
    "at least one %w {shows|contains} %a.",
    "there is %a in at least one of the %ws.",
    "at least one of the %ws {shows|contains} %a.",
});
inline constexpr auto kAtLeastOneTemplates = std::to_array<Template>({"in at least one %w %f."});

inline constexpr auto kNeitherTemplates = std::to_array<Template>({
    "neither %w {contains|shows} %a.",
    "no %w {shows|contains} %a.",
    "there is no %s in either %w.",
    "neither of the %ws {shows|contains} %a.",
});

inline constexpr auto kSideExistTemplates = std::to_array<Template>({
    "the %x %w {contains|shows} %a.",
    "there is %a in the %x %w.",
    "you can see %a in the %x %w.",
});
inline constexpr auto kSideTemplates = std::to_array<Template>({"in the %x %w %f."});

inline constexpr auto kMoreTemplates = std::to_array<Template>({
    "the %x %w {has|shows|contains} %v %S than the %y one.",
    "there are %v %S in the %x %w than in the %y %w.",
    "the %x %w {has|shows|contains} %v %S than the %y %w.",
});

inline constexpr auto kTotalTemplates = std::to_array<Template>({
    "there are %f %S in total.",
    "the two %ws together contain %f %S.",
    "there are %f %S in the two %ws together.",
});
inline constexpr auto kTotalOneTemplates = std::to_array<Template>({
    "there is one %s in total.",
    "the two %ws together contain one %s.",
});
inline constexpr Template kNoneWord = "no";

inline constexpr auto kSameCountTemplates = std::to_array<Template>({
    "both %ws {contain|show} the same number of %S.",
    "the two %ws {contain|show} the same number of %S.",
    "there are as many %S in the left %w as in the right %w.",
});

inline constexpr auto kEachCountTemplates = std::to_array<Template>({
    "each %w {contains|shows} exactly %f %S.",
    "there are exactly %f %S in each %w.",
});
inline constexpr auto kEachOneTemplates = std::to_array<Template>({
    "each %w {contains|shows} exactly one %s.",
    "there is exactly one %s in each %w.",
});

} // namespace vbs
