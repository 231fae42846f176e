#pragma once

#include "app/commands/command.h"

namespace vbs {

/// `visualbert tokenize`: the word pieces of a text or a pair; of many with --jsonl.
std::unique_ptr<Command> makeTokenizeCommand();

} // namespace vbs
