#pragma once

#include "app/commands/command.h"

namespace vbs {

/// `visualbert train WHAT`: its sub-commands, each a Command of its own, in the order of the help text. A new one
/// is a file beside this one and a line in train_command.cpp.
std::unique_ptr<Command> makeTrainCommand();

std::unique_ptr<Command> makeTrainDetectorCommand();

} // namespace vbs
