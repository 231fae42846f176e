#pragma once

#include "app/commands/command.h"

namespace vbs {

std::unique_ptr<Command> makeClusterPredictCommand();
std::unique_ptr<Command> makeClusterStatusCommand();
std::unique_ptr<Command> makeClusterCancelCommand();

} // namespace vbs
