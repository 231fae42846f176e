#pragma once

#include "core/engine/inference_types.h"

#include <array>
#include <vector>

namespace vbs {

/// What a head does, in a few numbers: means over what looks, of attention probabilities.
struct HeadMeasures {
    double entropy = 0;     ///< of each position's attention as a share of the greatest possible one, 0..1
    double onRegions = 0;   ///< share of all attention that goes to regions
    double onSeparator = 0; ///< share that goes to [SEP]
    /// Mean share from a kind of positions to another: [from][to], 0 text, 1 regions. Rows add up to 1; where there are
    /// no regions, 0.
    std::array<std::array<double, 2>, 2> blocks{};
};

/// One for each layer and head: [layer][head]. @throws Error (InvalidArgument) when the inspection's sizes do not fit.
std::vector<std::vector<HeadMeasures>> attentionGrid(const Inspection& inspection);

/// From which layer on the first answer stays what the last layer says; the embeddings are 0. -1: there are no answers
/// by layer.
int settledLayer(const Inspection& inspection);

/// Find: likewise of each phrase, from which layer on its surest region stays.
std::vector<int> settledPhrases(const Inspection& inspection);

} // namespace vbs
