#pragma once

#include "app/commands/command.h"

namespace vbs {

/// `visualbert forward`: tensors in, tensors out, for any VisualBERT class.
std::unique_ptr<Command> makeForwardCommand();

} // namespace vbs
