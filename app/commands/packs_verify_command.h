#pragma once

#include "app/commands/command.h"

namespace vbs {

/// `visualbert packs verify NAME [--quiet] [--json]`.
std::unique_ptr<Command> makePacksVerifyCommand();

} // namespace vbs
