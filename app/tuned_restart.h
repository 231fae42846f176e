#pragma once

namespace vbs {

/// Starts the program again in its own place, unless it has its TunedEnvironment already. GNU's loader does this by
/// itself before it initialises the libraries; call it first in main() for the others.
void restartWithTunedEnvironment(char** argv);

} // namespace vbs
