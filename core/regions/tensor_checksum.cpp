#include "core/regions/tensor_checksum.h"

#include "core/base/hash.h"

#include <torch/types.h>

namespace vbs {

std::string checksumOf(const TensorMap& tensors)
{
    std::string all;
    for (const auto& [name, tensor] : tensors) {
        const at::Tensor whole = tensor.to(torch::kCPU).contiguous();
        const std::span bytes(static_cast<const std::byte*>(whole.data_ptr()), whole.nbytes());
        all += name + " " + c10::toString(whole.scalar_type()) + " " + sha256(bytes);
        for (const std::int64_t size : whole.sizes())
            all += " " + std::to_string(size);
        all += "\n";
    }
    return sha256(all);
}

} // namespace vbs
