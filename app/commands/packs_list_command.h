#pragma once

#include "app/commands/command.h"

namespace vbs {

/// `visualbert packs list [--json]`.
std::unique_ptr<Command> makePacksListCommand();

} // namespace vbs
