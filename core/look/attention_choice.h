#pragma once

#include "core/engine/inference_types.h"

#include <vector>

namespace vbs {

/// Which of an inspection's attention is looked at.
struct AttentionChoice {
    std::size_t layer = 0;
    int head = -1;            ///< -1: the mean of all
    std::size_t position = 0; ///< of the token or region that is asked about
    bool incoming = false;    ///< how much each position looks at it, instead of where it looks

    friend bool operator==(const AttentionChoice&, const AttentionChoice&) = default;
};

/// One weight a position. Of where a position looks they add up to 1; of what looks at it each is the share that the
/// other gives it. @throws Error (InvalidArgument) for a layer, head or position that does not exist.
std::vector<double> chosenAttention(const Inspection& inspection, const AttentionChoice& choice);

/// The same choice within what an inspection has: the last layer, the mean of all heads and the position that the
/// answer is read from stand for what does not exist.
AttentionChoice withinOf(const Inspection& inspection, AttentionChoice choice);

} // namespace vbs
