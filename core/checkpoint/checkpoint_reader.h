#pragma once

#include "core/checkpoint/foreign_tensor.h"
#include "core/checkpoint/mapped_file.h"
#include "core/checkpoint/tensor_map.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vbs {

/// What a file, a folder or a set of shards holds, under its own names and in its own types.
struct Checkpoint {
    TensorMap tensors;
    std::vector<ForeignTensor> foreign;          ///< tensors of types with which nothing is computed here
    std::map<std::string, std::string> metadata; ///< safetensors' __metadata__, or the plain values of an index's
    std::vector<std::string> otherEntries;       ///< a torch.save file's other keys, whose values are not read
    std::string format;                          ///< for people: "safetensors", "torch zip, 3 shards"
    std::vector<std::filesystem::path> files;    ///< the files read; an index first, then its shards
};

/// Reads weights of any accepted format; what a file is decides its contents, never its name:
/// - safetensors;
/// - torch.save's zip and legacy files, also with the weights under "state_dict" or a similar key;
/// - an index of shards of either kind (*.index.json), whose shards must lie beside it;
/// - a folder that holds model.safetensors, model.safetensors.index.json, pytorch_model.bin or
///   pytorch_model.bin.index.json (the first of these that exists).
/// Nothing in a file is executed, and nothing is allocated by a number that the file merely announces. Tensors are
/// views of the mapped files, which they keep alive: changing one changes a private copy, never the file. Unaligned
/// or big-endian ones are copied. Tensors that share a storage in the file share memory here too. Reading touches the
/// weights only to prove a zip file's CRC-32.
/// @throws Error naming the file and the way out (FileNotFound, FileUnreadable, CorruptData, UnsupportedFormat,
/// TooLarge).
Checkpoint readCheckpoint(const std::filesystem::path& path);

/// The same for a file that is open already. An index's shards are looked for beside its path.
Checkpoint readCheckpoint(const std::shared_ptr<MappedFile>& file);

} // namespace vbs
