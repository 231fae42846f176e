#pragma once

#include "core/checkpoint/checkpoint_reader.h"

#include <filesystem>

namespace vbs {

/// Completes a network's weights by those of the trunk (visual_bert.*) that another folder holds, as a pack's tasks
/// share one. What the checkpoint has itself stays.
/// @param folder of the trunk; empty: nothing is added. @throws Error as readCheckpoint.
void addSharedTrunk(Checkpoint& checkpoint, const std::filesystem::path& folder);

} // namespace vbs
