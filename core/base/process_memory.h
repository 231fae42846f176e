#pragma once

#include <cstdint>

namespace vbs {

/// What this process holds in memory, in bytes; 0 where the system does not tell.
struct ProcessMemory {
    std::uint64_t resident = 0;  ///< now
    std::uint64_t anonymous = 0; ///< of that, not backed by a file: what the system cannot simply drop
    std::uint64_t peak = 0;      ///< the most resident since the start, or since forgetMemoryPeak()
};

ProcessMemory processMemory();

/// Whether so many bytes more could be had now. A limit on the process (ulimit -v) refuses them, or a system that
/// promises no memory it lacks.
bool couldReserve(std::uint64_t bytes);

/// Returns unused heap to the system and lets the peak start anew from what is resident now.
void forgetMemoryPeak();

/// Gives the system back what is free between pieces that are in use: where one thread makes things and another drops
/// them, GNU's allocator keeps more and more of that. Takes some ten milliseconds, with what is asked for again.
void returnFreeMemory();

} // namespace vbs
