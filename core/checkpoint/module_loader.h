#pragma once

#include "core/checkpoint/checkpoint_reader.h"
#include "core/checkpoint/load_report.h"
#include "core/checkpoint/tensor_map.h"

#include <torch/nn/module.h>

#include <filesystem>

namespace vbs {

/// Compares names, shapes and types of a checkpoint with a module's parameters and buffers; changes nothing.
/// Names are module paths. The prefix "visual_bert." may be present or absent on either side; tied keys
/// (cls.predictions.decoder.weight and .bias) stand for their partners and may be left out, and a decoder's bias of its
/// own counts before the predictions' (both as transformers 5 loads them); position_ids is
/// ignored, num_batches_tracked may be absent or of another shape, and heads that the class never reads may be absent.
LoadReport compareWithModule(const TensorMap& tensors, const torch::nn::Module& module);

/// What becomes of the tensors that are loaded.
enum class LoadMode {
    Copy, ///< their values are copied into the module's own memory
    Share ///< where type, device and layout allow, the module's parameters become the given tensors' memory
};

/// Checks everything, then loads every tensor into the module, converting floating-point types to the module's: it is
/// loaded whole or left as it was. Two parameters never share memory afterwards unless they did before.
/// @throws Error (Mismatch) with the report's summary, or with both names when the weights are of another network.
/// @returns the report, for its unexpected keys.
LoadReport loadModule(const TensorMap& tensors, torch::nn::Module& module, LoadMode mode = LoadMode::Copy);

/// The checkpoint under today's names (renameToCurrent) into the module, which shares the checkpoint's memory: weights
/// of the module's type are not copied, but read from the file when they are first used. Training such a module works
/// on private copies of the pages that it changes. Errors name the file.
LoadReport loadModule(const Checkpoint& checkpoint, torch::nn::Module& module);

/// The same for a file, folder or shard index that readCheckpoint accepts.
LoadReport loadModule(const std::filesystem::path& path, torch::nn::Module& module);

/// Parameters and buffers by name (tied ones once), as the module's own tensors, detached: not copies.
TensorMap saveModule(const torch::nn::Module& module);

} // namespace vbs
