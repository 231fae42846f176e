#pragma once

#include <CLI/CLI.hpp>

namespace vbs {

/// --threads N, from 0 (all cores) to what mostThreads() allows. It takes effect for the whole process once it is read.
void addThreadsOption(CLI::App& app);

} // namespace vbs
