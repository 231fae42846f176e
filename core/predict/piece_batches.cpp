#include "core/predict/piece_batches.h"

#include "core/predict/batch_cutting.h"

#include <algorithm>

namespace vbs {

namespace {

bool isAllDone(const std::vector<AskedPtr>& examples)
{
    return std::ranges::all_of(examples, [](const AskedPtr& asked) { return asked->isDone; });
}

BatchSize batchSizeOf(const std::vector<std::size_t>& places, const std::vector<QuestionSize>& sizes)
{
    BatchSize size;
    QuestionSize most;
    std::uint64_t sequences = 0;
    for (const std::size_t place : places) {
        const QuestionSize& one = sizes[place];
        most.tokens = std::max(most.tokens, one.tokens);
        most.regions = std::max(most.regions, one.regions);
        size.filled += std::uint64_t(one.sequences * (one.tokens + one.regions));
        sequences += std::uint64_t(one.sequences);
    }
    size.cells = sequences * std::uint64_t(most.tokens + most.regions);
    return size;
}

} // namespace

void forEachBatch(std::vector<AskedPtr> piece, const PackStages& stages, std::size_t most,
                  const std::function<bool(AskedBatch batch, const BatchSize& size)>& visit)
{
    AskedBatch faulty;
    std::vector<AskedPtr> askable;
    for (AskedPtr& asked : piece)
        (asked->fault.empty() ? askable : faulty.examples).push_back(std::move(asked));
    if (!isAllDone(faulty.examples) && !visit(std::move(faulty), {}))
        return;
    std::vector<QuestionSize> sizes;
    std::vector<std::vector<std::size_t>> batches;
    if (stages.hasBatches()) {
        for (const AskedPtr& asked : askable)
            sizes.push_back(stages.sizeOf(*asked));
        batches = cutBatches(sizes, most);
    } else {
        sizes.resize(askable.size());
        for (std::size_t i = 0; i < askable.size(); ++i)
            batches.push_back({i});
    }
    for (const std::vector<std::size_t>& places : batches) {
        AskedBatch batch;
        for (const std::size_t place : places)
            batch.examples.push_back(std::move(askable[place]));
        if (isAllDone(batch.examples))
            continue;
        if (stages.hasBatches())
            stages.join(batch);
        if (!visit(std::move(batch), batchSizeOf(places, sizes)))
            return;
    }
}

} // namespace vbs
