#pragma once

// Every difference between LibTorch versions is decided here and nowhere else.

#include <torch/version.h>

#define VBS_TORCH_AT_LEAST(major, minor)                                                                               \
    (TORCH_VERSION_MAJOR > (major) || (TORCH_VERSION_MAJOR == (major) && TORCH_VERSION_MINOR >= (minor)))

namespace c10d {
class Backend;
class ProcessGroup;
} // namespace c10d

namespace vbs {

/// What Gloo's and NCCL's groups of processes are.
#if VBS_TORCH_AT_LEAST(2, 0)
using C10dGroup = c10d::Backend;
#else
using C10dGroup = c10d::ProcessGroup;
#endif

} // namespace vbs
