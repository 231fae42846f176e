#pragma once

#include "core/base/json.h"
#include "core/data/shard.h"
#include "core/datasets/dataset.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// What a run over a data set is. It lies as run.json in every shard's folder, so that shards of different runs are
/// never put together.
struct RunDescription {
    std::string task;        ///< nameOf
    std::string format;      ///< DatasetFormat::name
    DatasetFiles files;      ///< where they lay; merging may name other places
    std::string fingerprint; ///< ShardPlan::fingerprint
    std::size_t items = 0;   ///< of the whole data set
    std::string model;       ///< pack and version, see reviewModelOf
    std::string precision;   ///< "float32", "bfloat16"
    std::size_t batch = 0;   ///< sequences in one pass, at most: decides how numbers are rounded
    int top = 0;             ///< answers that are kept
    Shard shard;

    OrderedJson toJson() const;
    /// @throws Error (CorruptData) naming the file.
    static RunDescription read(const std::filesystem::path& file);

    /// What keeps both from being shards of one run, as "the pack is A in the one and B in the other"; empty: nothing.
    Sentence differenceTo(const RunDescription& other) const;
};

/// A shard in the folder of a run.
struct ShardFolder {
    std::filesystem::path folder;

    /// "RUN/shards/3-of-8"
    static ShardFolder of(const std::filesystem::path& run, const Shard& shard);
    /// All that are in a run's folder, by name. @throws Error (FileNotFound) when there is none.
    static std::vector<ShardFolder> in(const std::filesystem::path& run);

    std::filesystem::path description() const { return folder / "run.json"; }
    std::filesystem::path answers() const { return folder / "predictions.jsonl"; }
    std::filesystem::path progress() const { return folder / "progress.json"; }
};

} // namespace vbs
