#pragma once

#include "core/checkpoint/pickle.h"

#include <c10/core/ScalarType.h>

#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

/// A storage that torch.save's pickle refers to: a row of elements that lies elsewhere in the file.
struct TorchStorage {
    std::string_view key;                         ///< its name in the file
    c10::ScalarType type = c10::ScalarType::Byte; ///< of its elements; bytes for an untyped one
    std::int64_t elements = 0;                    ///< not negative, and not proved by the file yet
    std::int64_t viewOffset = 0;                  ///< first element of the part that is meant (old files; else 0)
    std::int64_t viewElements = 0;                ///< length of that part (else all)

    /// Bytes of the whole storage; what was announced may be too much for any memory.
    std::uint64_t bytes() const { return static_cast<std::uint64_t>(elements) * c10::elementSize(type); }
};

/// A tensor as the pickle describes it, proved to stay within its storage.
struct TorchTensor {
    std::string name;
    c10::ScalarType type = c10::ScalarType::Float;
    TorchStorage storage;
    std::int64_t offset = 0; ///< of the first element, in elements of the whole storage
    std::vector<std::int64_t> sizes;
    std::vector<std::int64_t> strides; ///< in elements, not negative
    std::string_view foreignType;      ///< not empty: its real type, with which nothing is computed here

    std::uint64_t bytes() const;
};

/// The weights among what was pickled.
struct TorchStateDict {
    std::vector<TorchTensor> tensors;
    std::vector<std::string> otherEntries; ///< keys beside them, and beside the dict that holds them
};

/// Finds the state dict in a pickle: the outermost dict, the one under "state_dict" or a similar key in it, or the only
/// dict of tensors at any depth.
/// @param fileBytes the file's size; tensors that would be much larger in memory (a stride of 0) are refused.
/// @throws Error through the refusal, naming the key.
TorchStateDict torchStateDict(const Pickle& pickle, std::uint64_t fileBytes, const FileRefusal& refusal);

/// Every storage that the pickle refers to, in its order, each reference once; also those of no tensor above.
std::vector<TorchStorage> torchStorages(const Pickle& pickle, const FileRefusal& refusal);

} // namespace vbs
