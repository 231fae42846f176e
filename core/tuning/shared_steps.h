#pragma once

#include "core/tuning/adamw.h"
#include "core/tuning/run_log.h"

namespace vbs {

class ProcessGroup;

/// Puts the sums over all processes into the gradients and the measures of a step, of which each computed a share.
/// A gradient that only some have counts as zero in the others.
/// @throws Error as ProcessGroup::sum.
void sumShares(const ProcessGroup& group, AdamW& optimizer, Measures& measures);

} // namespace vbs
