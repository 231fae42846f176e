#pragma once

#include "app/commands/command.h"

#include <memory>

namespace vbs {

std::unique_ptr<Command> makeDiffCommand();

} // namespace vbs
