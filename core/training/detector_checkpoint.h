#pragma once

#include "core/detector/faster_rcnn.h"
#include "core/training/adamw.h"

#include <filesystem>

namespace vbs {

/// How far a run has come.
struct CheckpointState {
    int step = 0;       ///< steps done
    double seconds = 0; ///< spent on them
};

std::filesystem::path detectorCheckpointFile(const std::filesystem::path& folder);

/// Network, optimiser and state in one file, replaced at once. @throws Error (FileUnwritable).
void saveDetectorCheckpoint(const std::filesystem::path& folder, FasterRcnn& detector, AdamW& optimizer,
                            const CheckpointState& state);

/// @throws Error naming the file and what does not fit.
CheckpointState loadDetectorCheckpoint(const std::filesystem::path& folder, FasterRcnn& detector, AdamW& optimizer);

} // namespace vbs
