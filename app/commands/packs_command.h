#pragma once

#include "app/commands/command.h"

namespace vbs {

/// `visualbert packs list | show NAME | verify NAME [--json]`.
std::unique_ptr<Command> makePacksCommand();

} // namespace vbs
