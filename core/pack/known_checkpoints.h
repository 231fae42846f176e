#pragma once

#include "core/pack/task_form.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// A published checkpoint: how its file is recognised, and how its class was taught.
struct KnownCheckpoint {
    std::string name;             ///< of the repository: "uclanlp/visualbert-vqa"
    std::string family;           ///< of the table of forms: "vqa", "coco-pre"
    std::string architecture;     ///< the class in config.json
    std::string packKey;          ///< of the task in pack.json
    std::int64_t featureSize = 0; ///< numbers a region
    std::int64_t labels = 0;      ///< of question answering; 0: any
    std::string sha256;           ///< of pytorch_model.bin; empty: not known
    TaskForm form;
    std::string title, weakness; ///< for people: what it does; what is known to go wrong, in whole sentences
};

/// All nine of uclanlp/visualbert-*. For each class and size the form that is proposed comes first.
std::span<const KnownCheckpoint> knownCheckpoints();

/// The one with this hash; null: none.
const KnownCheckpoint* knownByHash(std::string_view sha256);

/// Those of this class and size, the likeliest first; empty: none.
/// @param labels of the network.
std::vector<const KnownCheckpoint*> knownByShape(std::string_view architecture, std::int64_t featureSize,
                                                 std::int64_t labels);

/// Whether a path looks like bare weights: a file of weights, or a folder with some and no pack.json. Nothing is read.
bool isCheckpoint(const std::filesystem::path& path);

/// What to say of one that was meant as a pack: which command makes it one.
std::string checkpointHint(const std::filesystem::path& path);

} // namespace vbs
