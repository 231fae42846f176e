#pragma once

#include "core/base/progress.h"

namespace vbs {

/// Progress of work on many things: one changing line where standard error is a terminal, otherwise a line of
/// its own every ten seconds, for logs.
JobControl progressOfMany(bool quiet, std::stop_token stop);

} // namespace vbs
