#pragma once

namespace vbs {

/// What this machine can do at most, to judge a network's speed by.
struct MachineLimits {
    double float32FlopsPerSecond = 0; ///< of large matrix products, by the best kernels at hand
    double bfloat16FlopsPerSecond = 0;
    double readBytesPerSecond = 0; ///< from memory, all threads together
};

/// Measures them on as many threads as LibTorch is set to, in a few seconds: medians of several runs.
MachineLimits measureMachineLimits();

} // namespace vbs
