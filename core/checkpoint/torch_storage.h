#pragma once

#include "core/checkpoint/mapped_file.h"
#include "core/checkpoint/torch_state_dict.h"

#include <ATen/core/Tensor.h>

#include <memory>

namespace vbs {

/// The bytes of one storage, in the mapped file or in a copy, in this machine's byte order.
struct StorageBytes {
    std::shared_ptr<const void> owner;
    std::byte* data = nullptr;
    std::size_t size = 0;
};

/// The range [offset, offset + size) of the file for elements of the given width: as it lies there, or a copy if it is
/// not aligned or has the other byte order.
StorageBytes storageBytes(const std::shared_ptr<MappedFile>& file, std::size_t offset, std::size_t size,
                          std::size_t elementBytes, bool bigEndian = false);

/// The tensor over a storage's bytes, which it keeps alive. Its extent must have been checked against the storage,
/// and the storage's length against the bytes.
at::Tensor tensorOver(const StorageBytes& bytes, c10::ScalarType type, std::int64_t offset, at::IntArrayRef sizes,
                      at::IntArrayRef strides);

/// Any byte but 0 and 1 in a tensor of booleans would be undefined behaviour.
bool areBooleans(std::span<const std::byte> bytes);

} // namespace vbs
