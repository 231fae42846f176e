#pragma once

#include "core/engine/inference_backend.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace vbs {

struct FlipOptions {
    std::size_t provenUpTo = 3;  ///< sets of so many regions are searched through
    std::size_t mostRuns = 5000; ///< of the network; then the best that was found stands, not proven
};

/// The fewest regions without which the model says something else.
struct SmallestFlip {
    Answer before;                    ///< with all regions
    bool found = false;               ///< else the answer stands whatever is hidden, as far as was tried
    std::vector<std::size_t> regions; ///< growing; of two pictures the right one's follow the left one's
    Answer after;                     ///< without them
    double left = 0;                  ///< what is left of the first answer's probability then
    bool proven = false;              ///< no smaller set does it, and of this size none makes the new answer surer
    std::size_t runs = 0;             ///< of the network
};

/// Hides regions until the answer changes: first one after the other, each time the one that takes most from the
/// answer; then every smaller set up to `provenUpTo` regions, of those that take most first. What the request hides
/// already stays hidden.
/// @throws Error (InvalidArgument) for a task without a single answer; (Cancelled); as InferenceBackend::runBatch.
SmallestFlip smallestFlip(InferenceBackend& engine, const InferenceRequest& request, const FlipOptions& options,
                          const JobControl& control);

} // namespace vbs
