#pragma once

#include "core/predict/pack_stages.h"
#include "core/predict/shard_run.h"

#include <memory>

namespace vbs {

/// What a run works with: the data set, and the pack on its device.
struct RunParts {
    /// @throws Error as runShard.
    RunParts(const ShardRunOptions& options, const JobControl& control);

    const DatasetFormat& format;
    std::unique_ptr<Dataset> dataset;
    DeviceInfo device;
    LoadedPack pack;
    PackStages stages;
    std::size_t batch = 0; ///< sequences in one pass

    RegionStoreOptions storeOptions(const ShardRunOptions& options) const;
};

/// The example with its question and its pictures, or with the reason why there are none.
/// @throws Error for what concerns more than the example.
AskedPtr askedExample(const Dataset& dataset, std::uint32_t number, int top, RunPictures& pictures);

/// What an error costs: the example, whose fault it becomes, or the run. @throws the latter.
void blameExample(AskedExample& asked, const std::exception& reason);

} // namespace vbs
