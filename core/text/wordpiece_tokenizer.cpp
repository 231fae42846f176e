#include "core/text/wordpiece_tokenizer.h"

#include <algorithm>

namespace vbs {
namespace {

/// The bytes of the text behind the word's characters first … last - 1.
WordPiece pieceOf(std::int64_t id, const Word& word, std::size_t first, std::size_t last)
{
    WordPiece piece{id, word[first].begin, word[first].end};
    for (std::size_t i = first + 1; i < last; ++i) {
        piece.begin = std::min(piece.begin, word[i].begin);
        piece.end = std::max(piece.end, word[i].end);
    }
    return piece;
}

} // namespace

std::optional<std::vector<WordPiece>> splitIntoPieces(const Word& word, const Vocabulary& vocabulary)
{
    if (word.size() > kMaxWordCharacters)
        return std::nullopt;
    std::vector<WordPiece> pieces;
    std::size_t first = 0;
    while (first < word.size()) {
        std::string candidate = first > 0 ? "##" : "";
        std::vector<std::size_t> lengths; // of the candidate, in bytes, with each further character
        for (std::size_t i = first; i < word.size(); ++i) {
            unicode::appendUtf8(candidate, word[i].value);
            lengths.push_back(candidate.size());
        }
        std::optional<std::int64_t> id;
        std::size_t last = word.size();
        for (; last > first; --last) {
            id = vocabulary.idOf(std::string_view(candidate).substr(0, lengths[last - first - 1]));
            if (id)
                break;
        }
        if (!id)
            return std::nullopt;
        pieces.push_back(pieceOf(*id, word, first, last));
        first = last;
    }
    return pieces;
}

} // namespace vbs
