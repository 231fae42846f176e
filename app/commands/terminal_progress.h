#pragma once

#include "core/base/progress.h"

namespace vbs {

/// Shows progress as one changing line on standard error, when that is a terminal and not quiet.
TaskControl terminalProgress(bool quiet);

} // namespace vbs
