#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace vbs {

/// Which one this process is of several that do one training together.
struct ProcessPlace {
    int rank = 0; ///< 0 is the first, which writes and prints
    int count = 1;
    int localRank = 0;                  ///< among those on this computer
    std::string address;                ///< of the first one's computer
    int port = 0;                       ///< where the first one listens
    std::chrono::seconds patience{600}; ///< with the others, until they count as gone

    bool isAlone() const { return count == 1; }
    bool leads() const { return rank == 0; }
};

/// Reads the variables that torchrun and its like set: MASTER_ADDR, MASTER_PORT, RANK, WORLD_SIZE, LOCAL_RANK. Where
/// the last three are missing, those of srun count: SLURM_PROCID, SLURM_STEP_NUM_TASKS (or SLURM_NTASKS),
/// SLURM_LOCALID. Without any of them the process is alone.
/// @param variable gives a variable's value, or null.
/// @throws Error (InvalidArgument) naming what is missing or makes no sense.
ProcessPlace processPlaceOf(const std::function<const char*(const char* name)>& variable);

} // namespace vbs
