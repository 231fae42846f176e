#pragma once

#include "core/engine/inference_backend.h"

#include <cstddef>
#include <string>
#include <vector>

namespace vbs {

struct FlipOptions {
    std::size_t provenUpTo = 3;  ///< sets of so many regions, or words, are searched through
    std::size_t mostRuns = 5000; ///< of the network, for regions, and again for words; then the best that was found
                                 ///< stands, not proven
};

/// A word of the text that is hidden from the network.
struct HiddenWord {
    TextSpan span; ///< in the text
    std::string text;

    friend bool operator==(const HiddenWord&, const HiddenWord&) = default;
};

/// The fewest regions, or words, without which the model says something else.
struct SmallestFlip {
    Answer before;                    ///< with everything
    bool found = false;               ///< else the answer stands whatever is hidden, as far as was tried
    std::vector<std::size_t> regions; ///< growing; of two pictures the right one's follow the left one's
    std::vector<HiddenWord> words;    ///< in the text's order; only where hiding regions changes nothing
    std::string textWithout;          ///< the text as it was asked without these words; empty without any
    Answer after;                     ///< without them
    double left = 0;                  ///< what is left of the first answer's probability then
    bool proven = false;              ///< no smaller set does it, and of this size none makes the new answer surer
    bool regionsProven = false;       ///< where words were tried: every set of regions was, and none changes the answer
    std::size_t wordsTried = 0;       ///< how many words there were to hide; 0: words were not tried
    std::size_t runs = 0;             ///< of the network
};

/// Hides regions until the answer changes: first one after the other, each time the one that takes most from the
/// answer; then every smaller set up to `provenUpTo` regions, of those that take most first. Where no set of regions
/// does it, whole words of the text are hidden in the same way, with all regions shown. What the request hides already
/// stays hidden.
///
/// A word is hidden by a [MASK] for each of its pieces, as for occlusion: every other piece keeps its place, which some
/// heads count, the network knows [MASK] from its training, and a sentence with a hole in it stays a sentence. Taking
/// the word out would move all that follows. Of Choose the question's words are hidden, not the choices', since those
/// are the answers; of Fill in the answer is that of the text's first mask, wherever other words are hidden.
/// @throws Error (InvalidArgument) for a task without a single answer; (Cancelled); as InferenceBackend::runBatch.
SmallestFlip smallestFlip(InferenceBackend& engine, const InferenceRequest& request, const FlipOptions& options,
                          const JobControl& control);

} // namespace vbs
