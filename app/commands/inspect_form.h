#pragma once

#include "core/nn/visual_bert/checkpoint_summary.h"
#include "core/pack/task_form.h"

#include <filesystem>
#include <string>

namespace vbs {

/// How a checkpoint is asked.
struct InspectedForm {
    std::string packKey; ///< empty: it is of no task
    TaskForm form;
    std::string origin; ///< who says so: "the pack picture-book"; half a sentence
};

/// The form of a model folder in a pack is the pack's; of other checkpoints, that of the published one with its class
/// and sizes.
InspectedForm inspectedForm(const std::filesystem::path& path, const CheckpointSummary& found);

/// The published checkpoint whose file this is, byte for byte; empty: none. Only files of a published size are read.
std::string publishedNameOf(const std::filesystem::path& path);

} // namespace vbs
