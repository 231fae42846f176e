#pragma once

#include <algorithm>
#include <thread>

namespace vbs {

/// As many threads as it makes sense to ask for: with far more than cores, libraries for linear algebra spend their
/// time and memory on the threads alone.
inline int mostThreads()
{
    return std::max(64, 4 * static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace vbs
