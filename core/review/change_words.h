#pragma once

#include "core/datasets/dataset.h"

#include <string>
#include <vector>

namespace vbs {

/// What differs between two states of an example, for people.
struct ChangedWords {
    std::string what; ///< "text", "answers", "label", "boxes of \"a dog\"" …
    std::string before, after;

    friend bool operator==(const ChangedWords&, const ChangedWords&) = default;
};

/// What a correction can change and changed. Of boxes only those that differ stand there, "dog (10, 20, 110, 220)";
/// answers are counted, "red × 7, blue × 3". What is empty says "nothing".
std::vector<ChangedWords> changedWords(const Example& before, const Example& after);

/// A number with so many decimals, with a point in every language.
std::string fixedNumber(double value, int decimals);

/// The same without needless zeros.
std::string plainNumber(double value, int decimals);

} // namespace vbs
