#pragma once

#include "app/commands/command.h"

namespace vbs {

/// `visualbert packs remove NAME [--json]`: removes what pull got, and nothing else.
std::unique_ptr<Command> makePacksRemoveCommand();

} // namespace vbs
