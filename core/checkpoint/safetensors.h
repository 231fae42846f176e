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

/// The contents of a .safetensors file.
struct SafetensorsFile {
    TensorMap tensors;
    std::vector<ForeignTensor> foreign;          ///< what is listed only
    std::map<std::string, std::string> metadata; ///< __metadata__, e.g. {"format": "pt"}
};

/// Reads a .safetensors file. The tensors are views of the mapped file, which they keep alive: nothing is read until
/// it is used, and changing one changes a private copy. They keep the file's types; unaligned ones are copied.
/// Everything is checked before the first tensor is made: sizes, types, offsets (in range, without overlap, hole or
/// trailing bytes), names given twice, UTF-8, and that booleans are 0 or 1.
/// @throws Error naming the file and the tensor, one sentence a cause (FileNotFound, FileUnreadable, CorruptData,
/// UnsupportedFormat, TooLarge).
SafetensorsFile readSafetensors(const std::filesystem::path& path);
SafetensorsFile readSafetensors(const std::shared_ptr<MappedFile>& file);

/// Writes a .safetensors file through a temporary file and a rename. The bytes depend on the contents only: widest
/// types first (so that each tensor is aligned), then by name. {"format": "pt"} is added to the metadata.
/// Tensors may lie on any device and in any layout; types are kept.
/// @throws Error (FileUnwritable), or (InvalidArgument) naming a tensor whose type or name the format does not know.
void writeSafetensors(const std::filesystem::path& path, const TensorMap& tensors,
                      const std::map<std::string, std::string>& metadata = {});

/// The same tensors with float32 and float64 ones as float16: half the bytes, for shipping.
/// @throws Error (InvalidArgument) naming a tensor with a value that float16 cannot hold.
TensorMap asFloat16(const TensorMap& tensors);

} // namespace vbs
