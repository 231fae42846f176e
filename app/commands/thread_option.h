#pragma once

#include <CLI/CLI.hpp>

namespace vbs {

/// --threads N, from 0 (all cores) to what mostThreads() allows.
void addThreadsOption(CLI::App& app, int& threads);

} // namespace vbs
