#pragma once

#include "core/checkpoint/tensor_map.h"

#include <torch/nn/module.h>

#include <filesystem>

namespace vbs {

/// Fills a network from a weights file, after renaming the keys that older releases of torchvision and of the Visual
/// Genome detector wrote, and leaving out what only other networks have (mask and keypoint branches, classifiers).
/// @throws Error naming the file and the tensor: as the reader, and Mismatch; a file that holds nothing of this
/// network is said to belong to another one.
void loadExtractorWeights(const std::filesystem::path& file, torch::nn::Module& network);

/// The renaming alone. @param tensors by the file's names.
TensorMap withCurrentKeys(TensorMap tensors);

} // namespace vbs
