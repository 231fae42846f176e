#pragma once

#include "app/commands/command.h"

namespace vbs {

std::unique_ptr<Command> makeReviewUndoCommand();
std::unique_ptr<Command> makeReviewRedoCommand();

} // namespace vbs
