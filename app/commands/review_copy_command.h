#pragma once

#include "app/commands/command.h"

namespace vbs {

std::unique_ptr<Command> makeReviewCopyCommand();
std::unique_ptr<Command> makeReviewMergeCommand();
std::unique_ptr<Command> makeReviewLocateCommand();

} // namespace vbs
