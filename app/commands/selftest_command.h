#pragma once

#include "app/commands/command.h"

namespace vbs {

std::unique_ptr<Command> makeSelftestCommand();

} // namespace vbs
