#pragma once

#include "app/commands/command.h"

namespace vbs {

/// `visualbert packs show NAME [--json]`.
std::unique_ptr<Command> makePacksShowCommand();

} // namespace vbs
