#pragma once

#include "core/review/review_store.h"

#include <map>
#include <vector>

namespace vbs {

/// By item, and each item's acts by ascending id, undone ones included.
using DecisionsByItem = std::map<std::uint32_t, std::vector<Decision>>;
DecisionsByItem decisionsByItem(const ReviewStore& store);

} // namespace vbs
