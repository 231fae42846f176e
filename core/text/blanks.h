#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

inline constexpr std::string_view kMaskToken = "[MASK]"; ///< of BERT's vocabularies

/// Bytes begin … end - 1 of a text.
struct Blank {
    std::size_t begin = 0, end = 0;

    friend bool operator==(const Blank&, const Blank&) = default;
};

/// Where people leave a word out: "[MASK]" in letters of either case, two underscores or more, and an ellipsis ("…" or
/// "...") that stands for a word instead of ending one.
std::vector<Blank> blanksIn(std::string_view text);

/// The text as the model reads it: every blank is kMaskToken.
std::string withMasks(std::string_view text);

} // namespace vbs
