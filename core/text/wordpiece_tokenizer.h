#pragma once

#include "core/text/basic_tokenizer.h"
#include "core/text/vocabulary.h"

#include <cstddef>
#include <optional>

namespace vbs {

/// Part of a word that the vocabulary holds, with the bytes of the text that it came from.
struct WordPiece {
    std::int64_t id = 0;
    std::size_t begin = 0, end = 0;
};

/// Longer words, counted in code points, are unknown.
inline constexpr std::size_t kMaxWordCharacters = 100;

/// The pieces of a word by greedy longest match ("##" before all but the first); absent when some part of
/// it matches nothing, or when it is longer than kMaxWordCharacters.
std::optional<std::vector<WordPiece>> splitIntoPieces(const Word& word, const Vocabulary& vocabulary);

} // namespace vbs
