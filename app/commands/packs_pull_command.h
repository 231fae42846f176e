#pragma once

#include "app/commands/command.h"

namespace vbs {

/// `visualbert packs pull NAME… [--dry-run] [--from PATH…] [--json] [--quiet]`: gets models of the catalogue.
std::unique_ptr<Command> makePacksPullCommand();

} // namespace vbs
