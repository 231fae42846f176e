#pragma once

#include "core/datasets/dataset.h"
#include "core/review/predicted_result.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vbs {

/// What a model offers in the place of the annotation.
struct Suggestion {
    std::string words;
    double probability = -1; ///< 0..1; negative: it has none
    Example example;         ///< the item with it taken
};

/// Every suggestion for an item, the model's first answer first.
///   questions   the people who gave the most frequent answer give this one instead, the others keep theirs
///   statements, choices   this label
///   phrases     this region's box in the place of the phrase's boxes. @param phrase whose.
///   boxes       one of findingsOf mended: a box added, removed, renamed, or put where the detector sees it
std::vector<Suggestion> suggestionsFor(const Example& example, const PredictedResult& predicted,
                                       const std::set<std::string>& knownLabels = {}, std::size_t phrase = 0);

} // namespace vbs
