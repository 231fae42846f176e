#pragma once

#include "core/checkpoint/tensor_map.h"
#include "core/nn/visual_bert/visual_bert_model.h"
#include "core/pack/model_pack.h"
#include "core/tuning/tuning_task.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// Weights that a fine-tuning begins with.
struct TuningStart {
    std::string name; ///< for people: the pack's name, or the checkpoint's path
    std::string architecture;
    VisualBertConfig config;
    TensorMap tensors;             ///< under today's names
    std::optional<ModelPack> pack; ///< set when the start is one
    std::filesystem::path vocabulary;
    bool lowerCase = true;
    /// How the task is to be asked: as the start's pack says, or as the published checkpoint of its class and sizes
    /// was.
    TaskForm form;
    std::vector<std::string> answers; ///< what the outputs of a question-answering head mean; empty: not known
};

/// @param start a pack by name or folder, or a checkpoint: a folder with config.json, or a weights file. Of a pack the
/// task's own network is taken; where it has none, another one for its trunk.
/// @param vocabulary empty: the pack's, or vocab.txt beside the checkpoint.
/// @throws Error that names what is missing and the way out.
TuningStart openTuningStart(const std::string& start, const TuningTask& task, const std::filesystem::path& vocabulary,
                            bool lowerCase);

/// A network for the task, with what could be taken from the start.
struct TuningNetwork {
    std::shared_ptr<VisualBertPreTrainedModel> network; ///< in training mode, on the CPU, its own memory
    std::vector<std::string> fresh;                     ///< weights that were made anew: all belong to the head
    std::vector<std::string> messages;                  ///< whole sentences: what was made anew and why
};

/// The trunk (visual_bert.*) must fit whole. The head is the start's where that has the same class, labels and sizes.
/// New weights come from LibTorch's generator: seed it before.
/// @param labels what the outputs mean; empty: the task has no such outputs.
/// @param freshHead make the head anew anyway.
/// @throws Error (Mismatch) naming a weight of the trunk that is missing or shaped otherwise.
TuningNetwork makeTuningNetwork(const TuningStart& start, const TuningTask& task,
                                const std::vector<std::string>& labels, bool freshHead);

} // namespace vbs
