#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Unicode as a tokenizer needs it; hides ICU. Every property is that of Unicode 14.0 (the version behind the
/// reference): a code point that a later version added counts as unassigned.
namespace vbs::unicode {

/// A code point and the bytes of the original text that it came from.
struct Character {
    char32_t value = 0;
    std::size_t begin = 0, end = 0;
};

/// Decodes UTF-8. Surrogates encoded as three bytes (ED A0 80 … ED BF BF) are kept as such; each byte sequence
/// that is not UTF-8 becomes one U+FFFD.
std::vector<Character> decodeUtf8(std::string_view text);

/// Appends the code point's UTF-8 form; a surrogate gets three bytes in the same way.
void appendUtf8(std::string& text, char32_t value);
std::string toUtf8(const Character* first, const Character* last);

/// Tab, line feed and carriage return aside: categories Cc, Cf, Cs, Co and Cn.
bool isControl(char32_t value);
/// Space, tab, line feed, carriage return and category Zs.
bool isSpace(char32_t value);
/// U+2028 or U+2029: no spaces by category, though every splitting at white space breaks there.
bool isLineSeparator(char32_t value);
/// ASCII that is neither letter, digit, space nor control; and the categories P*.
bool isPunctuation(char32_t value);
/// The ideographs that BERT's authors counted as such (no kana, no Hangul).
bool isIdeograph(char32_t value);
bool isNonspacingMark(char32_t value);

/// How wide a terminal draws it: 0 (marks, formats), 1 or 2 (East Asian wide).
std::size_t terminalColumns(char32_t value);

/// Lower case by the full mapping without context: U+0130 gives two characters, a final sigma is not special.
std::vector<Character> toLower(const std::vector<Character>& text);

/// Canonical decomposition (NFD) with reordering. What came from one character keeps its bytes; characters that
/// changed places share the bytes of all of them.
std::vector<Character> toNfd(const std::vector<Character>& text);

} // namespace vbs::unicode
