#pragma once

#include "ui/workbench/workbench_state.h"

#include <vector>

namespace vbs {

/// Marks of the one or the other; empty when nothing is marked.
std::vector<bool> eitherMarked(const std::vector<bool>& a, const std::vector<bool>& b);

/// What a request's model is to be given. Own regions replace the found ones; to take away every one of them, the found
/// ones are hidden, since a request without boxes means those.
struct GivenRegions {
    std::vector<Box> boxes;   ///< empty: those that are found
    std::vector<bool> hidden; ///< empty: none
};
GivenRegions givenRegions(const SideState& side);

} // namespace vbs
