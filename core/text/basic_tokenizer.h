#pragma once

#include "core/text/unicode.h"

#include <functional>
#include <string_view>
#include <vector>

namespace vbs {

/// A word as the vocabulary sees it (cleaned, perhaps lower-cased and without accents). Each character knows
/// the bytes of the text that it came from; a dropped accent belongs to the letter before it.
using Word = std::vector<unicode::Character>;

/// Splits text at white space, punctuation and ideographs, as BERT's BasicTokenizer does.
class BasicTokenizer {
public:
    /// @param neverSplit tells of a word between spaces, in UTF-8, that it stays whole and as it is.
    BasicTokenizer(bool doLowerCase, std::function<bool(std::string_view)> neverSplit);

    std::vector<Word> split(const std::vector<unicode::Character>& text) const;

private:
    void splitAtPunctuation(const Word& word, std::vector<Word>& words) const;

    bool m_doLowerCase;
    std::function<bool(std::string_view)> m_neverSplit;
};

} // namespace vbs
