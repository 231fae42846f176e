#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace vbs {

/// A job, or a task of an array, as Slurm sees it.
struct SlurmState {
    std::string state;  ///< "PENDING", "RUNNING", "COMPLETED", "CANCELLED"…
    std::string reason; ///< why it waits: "Dependency", "Resources"; may be empty
    std::string node;   ///< where it runs or ran; may be empty
};

/// Slurm's own commands, found in PATH. There is no connection of ours.
namespace slurm {

/// Submits a script. @param options of sbatch. @param arguments of the script. @returns the job's number.
/// @throws Error (FileNotFound) without sbatch; (InvalidArgument) with Slurm's reason.
std::string submit(const std::filesystem::path& script, const std::filesystem::path& folder,
                   const std::vector<std::string>& options, const std::vector<std::string>& arguments = {});

/// What Slurm knows of a job: by array task, or "" where it is no array. Its queue forgets each task some minutes after
/// its end; what is missing comes from its accounts, where it keeps any. Empty where it knows nothing, or is not here.
/// @param tasks how many the job has.
std::map<std::string, SlurmState> statesOf(const std::string& job, std::size_t tasks = 1);

/// Whether a job in that state will still do something.
bool isAlive(const std::string& state);

/// Ends jobs, or keeps them from beginning. @throws Error with Slurm's reason.
void cancel(const std::vector<std::string>& jobs);

/// What squeue and sacct print with our formats: "12_3|RUNNING|None|node1" a line.
std::map<std::string, SlurmState> readSlurmStates(const std::string& text);

} // namespace slurm
} // namespace vbs
