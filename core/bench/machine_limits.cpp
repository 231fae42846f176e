#include "core/bench/machine_limits.h"

#include "core/base/stopwatch.h"
#include "core/nn/packed_linear.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::int64_t kSize = 2048; ///< 17 GFLOP a product: long enough to time, too large for any cache trick
constexpr int kRuns = 5;

double matrixRate(at::ScalarType type)
{
    const at::Tensor a = torch::randn({kSize, kSize}), b = torch::randn({kSize, kSize});
    const at::Tensor x = a.to(type), y = b.to(type);
    const PackedLinear packed(b, torch::zeros({kSize}), type);
    const double plain = medianSeconds(kRuns, [&] { at::mm(x, y); });
    const double prepared = medianSeconds(kRuns, [&] { packed.forward(x, type); });
    return 2.0 * kSize * kSize * kSize / std::min(plain, prepared);
}

double readRate()
{
    const at::Tensor big = torch::ones({std::int64_t(1) << 26}); // 256 MiB, beyond every cache
    return static_cast<double>(big.nbytes()) / medianSeconds(kRuns, [&] { big.sum(); });
}

} // namespace

MachineLimits measureMachineLimits()
{
    const torch::NoGradGuard noGrad;
    return {matrixRate(at::kFloat), matrixRate(at::kBFloat16), readRate()};
}

} // namespace vbs
