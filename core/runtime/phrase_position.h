#pragma once

#include "core/engine/inference_types.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// At which word piece a network learned to read a phrase.
enum class PhraseReadAt {
    Head, ///< the last piece of the phrase's head: "a group" of "a group of people"
    Last  ///< the phrase's last piece, as VisualBERT's own code does
};

/// In a pack: "head" or "last". @throws Error (CorruptData) naming both for anything else.
PhraseReadAt phraseReadAtNamed(std::string_view name);
std::string_view nameOf(PhraseReadAt at);

/// The one place that decides where a phrase is read, for learning and for asking.
/// @param text of the request, in which the span lies. @param tokens of the sentence.
/// @return an index into tokens; -1 when none of them belongs to the phrase.
std::int64_t phrasePosition(const std::string& text, const TextSpan& span, const std::vector<TextToken>& tokens,
                            PhraseReadAt at);

} // namespace vbs
