#pragma once

#include "core/predict/run_merge.h"

namespace vbs {

/// Tells on standard output what `merge` wrote, with the figures, and on standard error what was not asked.
void printMerged(const RunMergeReport& report);

/// @throws Error (CorruptData) when items were not asked: everything is written by then, and the exit code says so.
void requireAllAnswered(const RunMergeReport& report);

} // namespace vbs
