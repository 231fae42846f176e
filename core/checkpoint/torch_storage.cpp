#include "core/checkpoint/torch_storage.h"

#include <algorithm>
#include <cstring>

#include <torch/types.h>

namespace vbs {

namespace {

void reverseElements(std::byte* data, std::size_t size, std::size_t elementBytes)
{
    for (std::size_t i = 0; i + elementBytes <= size; i += elementBytes)
        std::reverse(data + i, data + i + elementBytes);
}

} // namespace

StorageBytes storageBytes(const std::shared_ptr<MappedFile>& file, std::size_t offset, std::size_t size,
                          std::size_t elementBytes, bool bigEndian)
{
    std::byte* data = file->data() + offset;
    const bool aligned = reinterpret_cast<std::uintptr_t>(data) % elementBytes == 0;
    const bool swap = bigEndian && elementBytes > 1;
    if (size == 0 || (aligned && !swap))
        return {file, data, size};
    const std::shared_ptr<std::byte[]> copy(new std::byte[size]);
    std::memcpy(copy.get(), data, size);
    file->release(offset, size);
    if (swap)
        reverseElements(copy.get(), size, elementBytes);
    return {copy, copy.get(), size};
}

at::Tensor tensorOver(const StorageBytes& bytes, c10::ScalarType type, std::int64_t offset, at::IntArrayRef sizes,
                      at::IntArrayRef strides)
{
    const auto options = at::TensorOptions(type);
    if (std::find(sizes.begin(), sizes.end(), 0) != sizes.end())
        return at::empty(sizes, options);
    std::byte* first = bytes.data + static_cast<std::size_t>(offset) * c10::elementSize(type);
    return at::from_blob(
        first, sizes, strides, [owner = bytes.owner](void*) {}, options);
}

bool areBooleans(std::span<const std::byte> bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b <= std::byte(1); });
}

} // namespace vbs
