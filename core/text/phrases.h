#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// A sentence and its marked phrases, as byte ranges.
struct MarkedSentence {
    struct Phrase {
        std::size_t begin = 0, end = 0;
    };
    std::string text;
    std::vector<Phrase> phrases; ///< in the order of the text
};

/// "[The red ball] is left of [the house]." without its brackets, and where the phrases stand. "[MASK]" is a word, no
/// phrase. @throws Error (InvalidArgument) for a bracket without partner, brackets inside brackets, or an empty phrase.
MarkedSentence readMarkedSentence(std::string_view marked);

/// Where a phrase stands in a text, letter case aside: whole words only. Empty when it does not.
std::vector<MarkedSentence::Phrase> findPhrase(std::string_view text, std::string_view phrase);

/// The noun phrases of a plain English sentence, found by its articles, numbers and possessives: each goes from one of
/// these to the last word before a verb, preposition, conjunction or punctuation mark. For a start; a user marks
/// better.
std::vector<MarkedSentence::Phrase> guessNounPhrases(std::string_view text);

/// What is to be found when nothing is marked: the noun phrases; without any, a text of few words as a whole
/// ("everything red"), and of a longer one nothing.
std::vector<MarkedSentence::Phrase> phrasesToFind(std::string_view text);

/// The noun phrases that speak of one thing as known to be there: "the cat", "this red ball".
std::vector<MarkedSentence::Phrase> definitePhrases(std::string_view text);

/// A question whether what a phrase means is there.
struct PresenceQuestion {
    std::string phrase; ///< what is asked for: "the red ball", without what describes it further
    std::string thing;  ///< "red ball"
    std::string noun;   ///< "ball"
    std::string text;   ///< "Is there a red ball?"
};
/// Nothing for phrases that cannot be asked for so plainly: several things, quantities, more than four words.
std::optional<PresenceQuestion> presenceQuestion(std::string_view text, const MarkedSentence::Phrase& phrase);

/// The end of the phrase's head: its last word before what only describes it ("left of", "on", "with", "that" …).
/// VisualBERT reads a phrase at its head's last word piece.
std::size_t headEnd(std::string_view text, const MarkedSentence::Phrase& phrase);

} // namespace vbs
