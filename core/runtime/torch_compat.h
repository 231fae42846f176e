#pragma once

// Every difference between LibTorch versions is decided here and nowhere else.

#include <torch/version.h>

#define VBS_TORCH_AT_LEAST(major, minor)                                                                               \
    (TORCH_VERSION_MAJOR > (major) || (TORCH_VERSION_MAJOR == (major) && TORCH_VERSION_MINOR >= (minor)))
