#pragma once

#include "app/commands/command.h"

namespace vbs {

/// `visualbert scenes`: a data set of picture-book scenes with boxes, questions and answers.
std::unique_ptr<Command> makeScenesCommand();

} // namespace vbs
