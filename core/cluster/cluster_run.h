#pragma once

#include "core/base/json.h"
#include "core/cluster/batch_scripts.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// A script of a run, which lies as RUN/cluster/NAME.
struct ClusterScript {
    std::string name; ///< "predict.sh"
    std::string text;
};
/// In the order in which they are submitted; each waits for the one before.
std::vector<ClusterScript> scriptsOf(const ClusterJob& job);

/// What was submitted for a run: RUN/cluster/jobs.json.
struct ClusterRun {
    std::filesystem::path run;
    int shards = 0;
    std::string array, merge; ///< job numbers

    /// @throws Error (FileNotFound) where nothing was submitted for the folder; (CorruptData).
    static ClusterRun read(const std::filesystem::path& run);
    std::vector<std::string> jobs() const { return {array, merge}; }
};

/// Writes the scripts and submits them. @throws Error where Slurm refuses one (those before it are cancelled), or jobs
/// of the run are alive still.
ClusterRun submitRun(const ClusterJob& job);

/// How a shard, or the job behind them, stands.
struct ClusterLine {
    std::string name;  ///< "shard 3", "merge"
    std::string state; ///< "waiting", "running", "finished", "stopped", "failed", "cancelled", "unknown"
    std::string detail;
    Json progress; ///< what the shard wrote of itself; null: nothing yet
};
/// One a shard, then one for merging. Numbers come from the shards' own progress.json; what Slurm knows
/// besides tells whether somebody still works on it.
std::vector<ClusterLine> statusOf(const ClusterRun& run);

} // namespace vbs
