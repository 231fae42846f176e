#pragma once

#include <string_view>

namespace vbs {

enum class SentenceKind {
    Unclear,       ///< a few words, an exclamation, another language
    Question,      ///< "Which color is the ball?", "is it raining", "tell me what this is"
    Statement,     ///< "The ball is red.", "There are two dogs"
    PairStatement, ///< "Both pictures show a dog."
    Search,        ///< "find the red ball", "Show me the dog"
    Blanks         ///< "The ball is ___."
};

/// What kind of text a plain English sentence is, by its blanks, its question mark, its first words and its verb. For
/// hints: where it says nothing, nothing is wrong.
SentenceKind kindOfSentence(std::string_view text);

} // namespace vbs
