#pragma once

#include "core/base/progress.h"
#include "core/datasets/dataset.h"
#include "core/predict/answer_lines.h"
#include "core/predict/bounded_queue.h"
#include "core/predict/pack_stages.h"
#include "core/predict/shard_plan.h"
#include "core/predict/shard_progress.h"

#include <exception>
#include <functional>
#include <mutex>
#include <vector>

namespace vbs {

/// Asks a pack about the examples of a plan, on five threads with bounded queues between them: read and decode
/// pictures; find regions, known ones first; write texts as the network reads them, and make batches; run the network
/// (the caller's thread); read the answers and append their lines to a file. What waits is all that is in memory.
class PredictionPipeline {
public:
    struct Parts {
        const Dataset& dataset;
        PackStages& stages;
        RegionStore& store;
        AnswerFile& file;
        ShardCounts& counts;
        ShardProgress& progress;
    };
    struct Options {
        int top = 5;
        std::size_t batch = 32;
        std::vector<bool> done; ///< by example: its line is in the file
    };

    PredictionPipeline(const Parts& parts, const Options& options, const JobControl& control);

    /// After a stop request the batch that is being computed is finished and written, and what waits is dropped.
    /// @return whether everything was asked. @throws Error for what concerns more than one example.
    bool run(const ShardPlan& plan);

private:
    void decode(const ShardPlan& plan);
    void look();
    void makeBatches();
    void sendPiece(std::vector<AskedPtr> piece);
    void compute();
    void write();
    std::string linesOfBatch(const AskedBatch& batch);
    void stopAll();
    void guarded(const std::function<void()>& stage);

    const Parts m_parts;
    const Options m_options;
    const JobControl& m_control;
    const JobControl m_quiet; ///< stops alike, but shows no stages of extractors
    BoundedQueue<AskedPtr> m_decoded, m_looked;
    BoundedQueue<AskedBatch> m_batches, m_computed;
    std::mutex m_mutex;
    std::exception_ptr m_error; ///< the first one; guarded by m_mutex
    std::size_t m_sent = 0;     ///< the writer's alone: examples whose lines it wrote
};

} // namespace vbs
