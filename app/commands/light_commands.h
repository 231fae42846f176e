#pragma once

#include "app/commands/command.h"

namespace vbs {

/// The command that the arguments name, alone (in its group), where it needs neither LibTorch nor OpenCV; else null, as
/// for a group's own help. Such a command stands in allCommands(), too.
std::unique_ptr<Command> lightCommand(int argc, char** argv);

} // namespace vbs
