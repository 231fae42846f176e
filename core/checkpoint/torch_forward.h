#pragma once

// LibTorch's types as names alone, for headers that app reads.

namespace at {
class Tensor;
}

namespace c10 {
struct Device;
}
