#pragma once

#include "core/base/progress.h"

#include <functional>
#include <string>

namespace vbs {

/// Shows progress as one changing line on standard error, when that is a terminal and not quiet.
JobControl terminalProgress(bool quiet);

/// Puts every line on standard error; empty when quiet.
std::function<void(const std::string&)> terminalLines(bool quiet);

} // namespace vbs
