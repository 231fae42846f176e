#pragma once

#include "app/commands/command.h"

namespace vbs {

/// `visualbert packs add DIR|FILE… [--name] [--extractor NAME|DIR] [--extractor-weights FILE] [--answers FILE]
/// [--vocab FILE] [--form KEY=VALUE…] [--copy] [--dry-run] [--json]`.
std::unique_ptr<Command> makePacksAddCommand();

} // namespace vbs
