#pragma once

#include "core/checkpoint/foreign_tensor.h"
#include "core/checkpoint/mapped_file.h"
#include "core/checkpoint/tensor_map.h"

#include <memory>
#include <string>
#include <vector>

namespace vbs {

/// The weights of a file that Python's torch.save wrote.
struct TorchFile {
    TensorMap tensors;
    std::vector<ForeignTensor> foreign;    ///< what is listed only
    std::vector<std::string> otherEntries; ///< other keys, whose values are not read
};

/// Reads what torch.save writes since PyTorch 1.6: a zip archive of a pickle and one record for each storage.
/// Storages are views of the file; the CRC-32 of each is proved, and a "byteorder" record is honoured.
/// @throws Error naming the file; TorchScript archives are refused by name.
TorchFile readTorchZip(const std::shared_ptr<MappedFile>& file);

/// Reads what torch.save wrote before, and still writes on request: five pickles, then the storages.
/// Storages are views of the file unless they are unaligned. @throws Error naming the file.
TorchFile readTorchLegacy(const std::shared_ptr<MappedFile>& file);

} // namespace vbs
