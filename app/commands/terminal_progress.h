#pragma once

#include "core/base/progress.h"

namespace vbs {

/// Shows progress as one changing line on standard error, when that is a terminal and not quiet.
JobControl terminalProgress(bool quiet);

} // namespace vbs
