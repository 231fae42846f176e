#pragma once

#include "core/datasets/dataset.h"

#include <cstdint>
#include <string>

namespace vbs {

/// An example of the data set under review.
struct ReviewItem {
    std::uint32_t number = 0; ///< its place in the data set, from 0
    Example example;          ///< as the data set has it
};

/// What all items are ordered and filtered by, small enough that those of the largest data sets stay in memory.
struct ItemSummary {
    std::uint32_t number = 0;
    std::uint32_t type = 0;  ///< place in ReviewSummaries::types
    std::uint32_t group = 0; ///< place in the order of first mention: items with the same one share their pictures
    bool hasFault = false;   ///< Example::fault: a picture is missing, the record is damaged …
    float dissent = -1;      ///< see dissentOf; negative: not known
    // The model's; negative: it was not asked yet, or cannot tell.
    float surprise = -1; ///< see Prediction
    float entropy = -1;
    float score = -1;
};

struct ReviewSummaries {
    std::vector<ItemSummary> items; ///< by number
    std::vector<std::string> types; ///< Example::type, "" among them where an item has none
};

/// An item as a line of the queue shows it.
struct ItemLine {
    std::uint32_t number = 0;
    std::string id, text;
    std::string truth; ///< what the annotation says, in words
    std::string guess; ///< what the model says, in words; empty: not asked yet
};

} // namespace vbs
