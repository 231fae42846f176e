#include "core/predict/network_rate.h"

#include "core/base/stopwatch.h"
#include "core/checkpoint/torch_errors.h"
#include "core/predict/piece_batches.h"
#include "core/predict/run_parts.h"
#include "core/predict/shard_plan.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr int kRateRuns = 3;

/// The batches of the first pieces, ready to be computed.
std::vector<AskedBatch> batchesOfRun(RunParts& parts, const ShardRunOptions& options, std::size_t items,
                                     const JobControl& control)
{
    BackgroundWork storing;
    RegionStore store(parts.storeOptions(options), storing);
    RunPictures pictures = parts.stages.pictures(store);
    std::vector<AskedBatch> batches;
    std::size_t count = 0;
    for (const ShardPlan::Piece& numbers :
         planShard(*parts.dataset, options.files.images, options.shard, parts.batch, control).pieces) {
        std::vector<AskedPtr> piece;
        for (const std::uint32_t number : numbers) {
            piece.push_back(askedExample(*parts.dataset, number, options.top, pictures));
            if (!piece.back()->fault.empty())
                continue;
            parts.stages.look(*piece.back(), store, control);
            parts.stages.encode(*piece.back());
        }
        forEachBatch(std::move(piece), parts.stages, parts.batch, [&](AskedBatch batch, const BatchSize&) {
            if (batch.examples.front()->fault.empty()) {
                count += batch.examples.size();
                batches.push_back(std::move(batch));
            }
            return true;
        });
        if (count >= items)
            break;
    }
    return batches;
}

} // namespace

NetworkRate measureNetworkRate(const ShardRunOptions& options, std::size_t items, const JobControl& control)
try {
    const torch::NoGradGuard noGrad;
    RunParts parts(options, control);
    std::vector<AskedBatch> batches = batchesOfRun(parts, options, items, control);
    NetworkRate rate;
    std::vector<VisualBertInputs> inputs; // computing drops a batch's own
    for (const AskedBatch& batch : batches) {
        rate.items += batch.examples.size();
        inputs.push_back(batch.inputs);
    }
    const double seconds = medianSeconds(kRateRuns, [&] {
        for (std::size_t i = 0; i < batches.size(); ++i) {
            batches[i].inputs = inputs[i];
            parts.stages.compute(batches[i]);
        }
    });
    rate.itemsPerSecond = seconds > 0 ? double(rate.items) / seconds : 0;
    return rate;
} catch (const std::exception& e) {
    throw asError(e);
}

} // namespace vbs
