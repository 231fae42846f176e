#pragma once

#include "core/predict/shard_run.h"

namespace vbs {

/// How fast the network alone is on the batches of a run: nothing is read, decoded or written meanwhile. What a run
/// comes to is measured against that.
struct NetworkRate {
    std::size_t items = 0; ///< that were measured
    double itemsPerSecond = 0;
};

/// @param items at least so many, if the data set has them. @throws Error as runShard.
NetworkRate measureNetworkRate(const ShardRunOptions& options, std::size_t items, const JobControl& control);

} // namespace vbs
