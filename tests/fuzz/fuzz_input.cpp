#include "tests/fuzz/fuzz_input.h"

#include "core/checkpoint/zip_archive.h"

#include <torch/types.h>

namespace vbs::fuzz {

void touch(const TensorMap& tensors)
{
    static volatile unsigned sink = 0;
    for (const auto& item : tensors) {
        const at::Tensor& tensor = item.second;
        if (tensor.numel() == 0)
            continue;
        std::int64_t last = 0;
        for (std::int64_t i = 0; i < tensor.dim(); ++i)
            last += (tensor.size(i) - 1) * tensor.stride(i);
        const auto* first = static_cast<const unsigned char*>(tensor.data_ptr());
        const std::int64_t width = tensor.element_size();
        for (std::int64_t byte = 0; byte < width; ++byte)
            sink = sink + first[byte] + first[last * width + byte];
    }
}

std::span<const std::byte> pickleIn(const MappedFile& file)
{
    if (file.size() < 4 || file.data()[0] != std::byte('P') || file.data()[1] != std::byte('K'))
        return file.bytes();
    const FileRefusal refusal(file.path(), "torch.save zip");
    const ZipArchive archive(file.bytes(), refusal);
    for (const auto& item : archive.records())
        if (item.first.ends_with("/data.pkl"))
            return archive.bytes(item.first);
    return {};
}

} // namespace vbs::fuzz
