#pragma once

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

namespace vbs {

/// torchvision's Matcher: which ground-truth box each prediction is trained on.
class Matcher {
public:
    static constexpr std::int64_t kBelowLow = -1; ///< background
    static constexpr std::int64_t kBetween = -2;  ///< not trained on

    /// @param allowLowQuality the best predictions of a box are kept however small the overlap.
    Matcher(double high, double low, bool allowLowQuality)
        : m_high(high), m_low(low), m_allowLowQuality(allowLowQuality)
    {
    }

    /// @param overlaps IoU [ground truth, predictions], at least one row.
    /// @return int64 [predictions]: row index, kBelowLow or kBetween.
    at::Tensor match(const at::Tensor& overlaps) const;

private:
    double m_high, m_low;
    bool m_allowLowQuality;
};

/// Indices of a random sample: at most positiveFraction of it with label >= 1, the rest with label 0.
/// @param labels int64 [n]; -1 is never taken.
struct BalancedSample {
    at::Tensor positive, negative; ///< int64 indices, in rising order
};
BalancedSample sampleBalanced(const at::Tensor& labels, std::int64_t count, double positiveFraction,
                              at::Generator& generator);

} // namespace vbs
