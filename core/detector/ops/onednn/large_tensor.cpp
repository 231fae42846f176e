#include "core/detector/ops/onednn/large_tensor.h"

#include <sys/mman.h>

#include <torch/types.h>

namespace vbs {

at::Tensor largeMap(at::IntArrayRef sizes, at::ScalarType type)
{
    at::Tensor map = at::empty(sizes, at::TensorOptions(type).memory_format(at::MemoryFormat::ChannelsLast));
#ifdef MADV_HUGEPAGE
    constexpr std::uintptr_t kPage = 1 << 21;
    const auto begin = reinterpret_cast<std::uintptr_t>(map.data_ptr());
    const std::uintptr_t first = (begin + kPage - 1) / kPage * kPage, end = (begin + map.nbytes()) / kPage * kPage;
    if (end > first + kPage)
        ::madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE); // a wish: refused at worst
#endif
    return map;
}

} // namespace vbs
