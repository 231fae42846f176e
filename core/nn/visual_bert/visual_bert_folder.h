#pragma once

#include "core/checkpoint/module_loader.h"
#include "core/nn/visual_bert/visual_bert_model.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace vbs {

/// A network from a model folder in Hugging Face's layout.
struct LoadedVisualBert {
    std::shared_ptr<VisualBertPreTrainedModel> network; ///< on the CPU, in evaluation mode
    std::string architecture;                           ///< its class, from config.json's "architectures"
    std::vector<std::string> unexpected;                ///< keys of the weights file that the class does not have
    LoadReport report;                                  ///< how the weights fit, and older names in them
    std::string format;                                 ///< of the weights, for people: "torch zip, 3 shards"
    std::vector<std::filesystem::path> files;           ///< that the weights were read from
};

/// Reads config.json and the weights of the folder, in any format that readCheckpoint finds there. Weights of the
/// network's type (float32) are not copied: they are read from the mapped file when they are first used.
/// @param trunk see addSharedTrunk. @throws Error naming the file, for a missing or broken one or one that does not fit
/// the config.
LoadedVisualBert loadVisualBert(const std::filesystem::path& folder, const std::filesystem::path& trunk = {});

/// Writes config.json (with the given class name) and model.safetensors, so that Hugging Face can load the folder.
/// @param half store the weights as float16. @throws Error (FileUnwritable).
void saveVisualBert(const std::filesystem::path& folder, const VisualBertPreTrainedModel& network,
                    const std::string& architecture, bool half = false);

} // namespace vbs
