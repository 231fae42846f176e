#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// The words of a phrase's head, in lower case and in the singular, without articles and the like: "two Red Balls on
/// the box" gives "red", "ball".
std::vector<std::string> nameWords(std::string_view phrase);

/// How well a detector's name for a thing fits what a phrase names, 0..1: 1 for the same noun, less for a part of the
/// name ("racket" and "tennis racket"), a kind of thing ("animal" and "dog") or anything ("thing").
/// @param words nameWords() of the phrase. @param name synonyms separated by commas, as Visual Genome's names are.
double nameMatch(const std::vector<std::string>& words, std::string_view name);

/// Whether one of the words before the noun is (a word of) the attribute.
bool attributeMatch(const std::vector<std::string>& words, std::string_view attribute);

} // namespace vbs
