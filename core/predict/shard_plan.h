#pragma once

#include "core/base/progress.h"
#include "core/data/shard.h"
#include "core/datasets/dataset.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

/// Which examples of a data set belong to a shard, and which are asked together. Pictures fall into buckets by
/// pictureNumber, as many as the data set's size wants; a bucket into pieces; batches are made within a piece. None of
/// that depends on how many shards there are, so that all of them together compute what one alone would.
struct ShardPlan {
    /// Examples that are in memory together: by picture in the order of first mention, then as the data set has them.
    using Piece = std::vector<std::uint32_t>;

    std::vector<Piece> pieces;
    std::size_t items = 0;    ///< of this shard
    std::size_t pictures = 0; ///< of this shard, as far as examples that can be used name them
    std::size_t all = 0;      ///< examples of the whole data set
    std::string fingerprint;  ///< SHA-256 of what all examples ask, wherever their pictures lie
};

/// @param images the folder of pictures, whose place makes no difference. @param batch sequences in one pass.
/// @throws Error (Cancelled); (InvalidArgument) for a data set without examples or of boxes.
ShardPlan planShard(const Dataset& dataset, const std::filesystem::path& images, const Shard& shard, std::size_t batch,
                    const JobControl& control);

} // namespace vbs
