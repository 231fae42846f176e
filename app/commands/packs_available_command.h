#pragma once

#include "app/commands/command.h"

namespace vbs {

/// `visualbert packs available [--json]`: what the catalogue offers, and what of it is on disk.
std::unique_ptr<Command> makePacksAvailableCommand();

} // namespace vbs
