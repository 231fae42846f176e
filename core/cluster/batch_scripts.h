#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// The exit code of `visualbert predict` that was stopped by a signal and can go on: sysexits.h's EX_TEMPFAIL.
constexpr int kGoOnLaterExitCode = 75;

/// A run over a data set as jobs of a cluster.
struct ClusterJob {
    std::filesystem::path program;             ///< visualbert itself, absolute
    std::filesystem::path workingFolder;       ///< where the arguments' relative paths begin, absolute
    std::filesystem::path run;                 ///< the run's folder, absolute
    std::vector<std::string> predictArguments; ///< behind `visualbert predict`, but for --shard and --resume
    int shards = 1;
    int atOnce = 0;        ///< shards at the same time, at most; 0: as many as the cluster lets
    std::string time;      ///< limit of a shard, as sbatch takes it
    int warning = 120;     ///< seconds before the limit in which a shard ends what it has in hand
    std::string partition; ///< empty: the cluster's own choice, as the next four
    std::string gpus;      ///< a shard's: "1", "a100:1"
    std::string account, memory;
    int cpus = 0;                     ///< a shard's
    std::vector<std::string> options; ///< further ones of sbatch, each as "--name=value"

    /// @throws Error (InvalidArgument) naming the value that cannot stand in a batch script, or a limit that leaves no
    /// time before the warning.
    void check() const;
};

/// A word as a POSIX shell reads it back unchanged.
std::string shellWord(const std::string& word);

/// The script of the array: a task does a shard, ends it before the time limit and has it queued again then.
std::string predictScript(const ClusterJob& job);
/// The script that puts the shards together and measures the whole.
std::string mergeScript(const ClusterJob& job);

} // namespace vbs
