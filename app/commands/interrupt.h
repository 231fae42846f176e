#pragma once

#include <stop_token>

namespace vbs {

/// A token that is stopped by the first Ctrl+C, SIGTERM or SIGUSR1 (which clusters send before time is up), so that a
/// long command can save its work. A second one of the same kind ends the program at once. The token lives as long as
/// the program.
std::stop_token stopOnInterrupt();

} // namespace vbs
