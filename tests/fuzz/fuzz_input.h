#pragma once

// What the fuzz targets share. Each gives the reader bytes from memory in a block of exactly their size, so that
// AddressSanitizer sees a single byte too many; vbs::Error is the only way out that is allowed.

#include "core/base/error.h"
#include "core/checkpoint/mapped_file.h"
#include "core/checkpoint/tensor_map.h"

#include <cstdint>
#include <memory>
#include <span>

namespace vbs::fuzz {

inline std::shared_ptr<MappedFile> fileOf(const std::uint8_t* data, std::size_t size)
{
    return std::make_shared<MappedFile>(std::as_bytes(std::span(data, size)), "input");
}

/// Reads the outermost elements of each tensor, in code that is instrumented (LibTorch's is not).
void touch(const TensorMap& tensors);

/// The pickle of a torch.save zip, whose checksums are not asked for; other input as it is.
std::span<const std::byte> pickleIn(const MappedFile& file);

} // namespace vbs::fuzz
