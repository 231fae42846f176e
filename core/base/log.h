#pragma once

#include <string_view>

namespace vbs {

/// Lines for whoever looks after the program, on standard error, in English; never the way to tell a user of an
/// error. Warnings and errors are shown unless the environment variable VBS_LOG says otherwise (trace, debug,
/// info, warning, error, off). Any thread may call.
void logDebug(std::string_view message);
void logInfo(std::string_view message);
void logWarning(std::string_view message);
void logError(std::string_view message);

} // namespace vbs
