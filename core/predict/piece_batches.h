#pragma once

#include "core/predict/asked_example.h"
#include "core/predict/pack_stages.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace vbs {

/// Places of a batch: a token or a region of a sequence each.
struct BatchSize {
    std::uint64_t cells = 0, filled = 0; ///< all, and those that do not only fill up
};

/// Makes batches of the examples of a ShardPlan::Piece, ready to be computed: first those that cannot be asked,
/// together; then batch by batch, or one by one where the pack needs no network. Batches whose examples are all done
/// are left out. Which examples are together depends on the piece alone.
/// @param visit takes a batch; false: no more are wanted.
void forEachBatch(std::vector<AskedPtr> piece, const PackStages& stages, std::size_t most,
                  const std::function<bool(AskedBatch batch, const BatchSize& size)>& visit);

} // namespace vbs
