#pragma once

#include "core/checkpoint/checkpoint_reader.h"
#include "core/checkpoint/module_loader.h"
#include "core/nn/visual_bert/visual_bert_model.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// What a checkpoint turns out to be.
struct CheckpointInspection {
    Checkpoint checkpoint;                  ///< as read, under the file's own names
    TensorMap tensors;                      ///< under today's names
    std::string architecture;               ///< a VisualBERT class; empty when it is none
    std::string family;                     ///< what else the names look like, see networkKind; may be empty
    std::optional<VisualBertConfig> config; ///< of the class; from config.json where there is one
    bool configRead = false;                ///< false: the sizes were read off the weights
    LoadReport report;                      ///< how the weights fit the class
    std::vector<std::string> notes;         ///< whole sentences: what was assumed, what does not agree
};

/// Reads a file, folder or shard index (see readCheckpoint) and finds out what it is. The config comes from the
/// folder's config.json, also for a file of a standard name in a model folder; without one, the sizes are read off the
/// weights.
/// @param trunk see addSharedTrunk. @throws Error as readCheckpoint and readVisualBertConfig do.
CheckpointInspection inspectCheckpoint(const std::filesystem::path& path, const std::filesystem::path& trunk = {});

/// The network that was found, with its weights, in evaluation mode, on the processor. @throws Error (Mismatch,
/// UnsupportedFormat).
std::shared_ptr<VisualBertPreTrainedModel> loadVisualBert(const CheckpointInspection& found);

/// The sizes that today's names and shapes tell, the rest at its default.
/// @param notes gets what could only be assumed. @throws Error (CorruptData) for shapes that no network has.
VisualBertConfig configFromWeights(const TensorMap& tensors, const std::string& architecture,
                                   std::vector<std::string>& notes);

} // namespace vbs
