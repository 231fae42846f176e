#pragma once

#include "core/base/json.h"
#include "core/base/progress.h"
#include "core/data/shard.h"
#include "core/datasets/dataset.h"
#include "core/engine/inference_types.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// What is asked about a data set, and where its answers go.
struct ShardRunOptions {
    Task task = Task::VisualQuestionAnswering;
    DatasetFiles files;
    std::string format; ///< of the data set; empty: told by its contents
    std::filesystem::path pack, output;
    Shard shard{};
    bool resume = false;
    int top = 5;           ///< answers that are kept
    std::size_t batch = 0; ///< sequences in one pass; 0: 32 on a processor, 128 on a GPU
    std::string device = "auto", precision = "auto";
    std::filesystem::path cacheFolder; ///< of regions; empty: none are kept
    std::uint64_t cacheBytes = 0;      ///< of them together
    std::uint64_t mostAdded = 0;       ///< of what this run adds to them
};

/// What came of a shard.
struct ShardRunReport {
    std::size_t items = 0, done = 0, failed = 0, before = 0; ///< of the shard; done ones, with those of earlier runs
    std::size_t pictures = 0, looked = 0, known = 0;         ///< of this run: looked at, and known from the cache
    std::size_t batches = 0;
    double seconds = 0;                              ///< of this run, without loading
    double paddingShare = 0;                         ///< places in batches that only fill up, 0..1
    double networkSeconds = 0, extractorSeconds = 0; ///< in which each computed
    std::size_t batch = 0;
    std::string model, device, precision;
    bool isComplete = false;
    std::vector<std::string> remarks; ///< of the data set

    std::size_t now() const { return done - before; }
    OrderedJson toJson() const;
};

/// Asks a pack about a shard of a data set; its lines go to RUN/shards/I-of-N. See AnswerLine.
/// @throws Error for what concerns more than an example: as opening a data set and a pack; (InvalidArgument) for a
/// shard that was begun, without resume; (Mismatch) for one of another run; (FileUnwritable), also for a shard that
/// another program is at.
ShardRunReport runShard(const ShardRunOptions& options, const JobControl& control);

/// Opens what is asked: of VQA v2 without its annotations, on which no answer depends.
std::unique_ptr<Dataset> openToAsk(const DatasetFormat& format, const DatasetFiles& files);

} // namespace vbs
