#pragma once

#include "core/picture_book/scenes/phrasing_templates.h"

/// Templates of statements about two pictures. %w is the word for a picture ("%ws" its plural), %f a clause
/// or a number word, %x and %y "left" and "right", %v more or fewer.
namespace vbs {

inline constexpr auto kBothExistTemplates = std::to_array<Template>({
    "both %ws {contain|show|have} %a.",
    "there is %a in both %ws.",
    "each %w {shows|contains|has} %a.",
    "in both %ws you can see %a.",
    "%a is in both %ws.",
    "you can see %a in both{| %ws}.",
    "both of the %ws {contain|show|have} %a.",
});
inline constexpr auto kBothTemplates = std::to_array<Template>({"in both %ws %f.", "in each %w %f."});

inline constexpr auto kExactlyOneExistTemplates = std::to_array<Template>({
    "exactly one %w {shows|contains|has} %a.",
    "only one of the %ws {contains|shows|has} %a.",
    "there is %a in exactly one %w.",
    "only one %w {shows|contains|has} %a.",
    "there is %a in only one of the {two |}%ws.",
    "%a is in only one %w.",
});
inline constexpr auto kExactlyOneTemplates =
    std::to_array<Template>({"in exactly one %w %f.", "in only one of the %ws %f."});

inline constexpr auto kAtLeastOneExistTemplates = std::to_array<Template>({
    "at least one %w {shows|contains|has} %a.",
    "there is %a in at least one of the %ws.",
    "at least one of the %ws {shows|contains|has} %a.",
    "you can see %a in at least one %w.",
});
inline constexpr auto kAtLeastOneTemplates = std::to_array<Template>({"in at least one %w %f."});

inline constexpr auto kNeitherTemplates = std::to_array<Template>({
    "neither %w {contains|shows|has} %a.",
    "no %w {shows|contains} %a.",
    "there is no %s in either %w.",
    "neither of the %ws {shows|contains|has} %a.",
    "there are no %S in either {%w|of the %ws}.",
    "you can see no %S in either %w.",
});

inline constexpr auto kSideExistTemplates = std::to_array<Template>({
    "the %x %w {contains|shows|has} %a.",
    "there is %a {in the %x %w|in the %x one|on the %x}.",
    "you can see %a {in the %x %w|on the %x}.",
    "the %x one {contains|shows|has} %a.",
    "the %w on the %x {contains|shows|has} %a.",
    "{in the %x %w|on the %x} {there is|you can see} %a.",
    "%a is in the %x %w.",
});
inline constexpr auto kSideTemplates =
    std::to_array<Template>({"in the %x {%w|one} %f.", "on the %x %f.", "in the %w on the %x %f.", "%f in the %x %w."});

inline constexpr auto kMoreTemplates = std::to_array<Template>({
    "the %x %w {has|shows|contains} %v %S than the %y one.",
    "there are %v %S in the %x %w than in the %y {%w|one}.",
    "the %x %w {has|shows|contains} %v %S than the %y %w.",
    "the %x %w {has|shows|contains} %v %S.",
    "the %x one {has|shows|contains} %v %S{| than the %y one}.",
    "there are %v %S on the %x{| than on the %y}.",
    "you can see %v %S in the %x %w{| than in the %y one}.",
    "in the %x %w there are %v %S than in the %y one.",
});

inline constexpr auto kTotalTemplates = std::to_array<Template>({
    "there are %f %S in total.",
    "in total there are %f %S.",
    "the two %ws together {contain|show|have} %f %S.",
    "there are %f %S in {the two|both} %ws together.",
    "together the %ws {contain|show|have} %f %S.",
    "you can see %f %S in total.",
});
inline constexpr auto kTotalOneTemplates = std::to_array<Template>({
    "there is one %s in total.",
    "the two %ws together contain one %s.",
});
inline constexpr Template kNoneWord = "no";

inline constexpr auto kSameCountTemplates = std::to_array<Template>({
    "both %ws {contain|show|have} the same number of %S.",
    "the two %ws {contain|show|have} the same number of %S.",
    "there are as many %S in the left %w as in the right %w.",
    "there are as many %S in the left %w as in the right one.",
    "the number of %S is the same in both %ws.",
    "there are as many %S on the left as on the right.",
    "the left %w {has|shows} as many %S as the right {%w|one}.",
});

inline constexpr auto kEachCountTemplates = std::to_array<Template>({
    "each %w {contains|shows|has} exactly %f %S.",
    "there are exactly %f %S in each %w.",
    "both %ws {contain|show|have} exactly %f %S.",
    "there are %f %S in each of the %ws.",
});
inline constexpr auto kEachOneTemplates = std::to_array<Template>({
    "each %w {contains|shows|has} exactly one %s.",
    "there is exactly one %s in each %w.",
    "both %ws {contain|show|have} exactly one %s.",
});

} // namespace vbs
