#pragma once

#include "core/checkpoint/tensor_map.h"

#include <cstdint>
#include <string>

namespace vbs {

/// Vectors in clusters of one common shape: how far another vector lies from the nearest cluster, as the Mahalanobis
/// distance to its centre. The covariance is that within clusters; beyond its strongest directions all directions count
/// alike (probabilistic principal components: Tipping & Bishop, 1999), so that it stays small and well-conditioned.
class FeatureClusters {
public:
    /// @param vectors float [n, D], n >= kFewestVectors. @param cluster int64 [n], which one each belongs to; from 0.
    static FeatureClusters fit(const at::Tensor& vectors, const at::Tensor& cluster);
    static constexpr std::int64_t kFewestVectors = 64;

    /// float64 [n]: of each row of float [n, D].
    at::Tensor distances(const at::Tensor& vectors) const;

    std::int64_t size() const { return m_centres.defined() ? m_centres.size(1) : 0; } ///< D; 0: nothing is known

    void save(TensorMap& tensors, const std::string& prefix) const;
    /// @throws Error (CorruptData) for tensors that are missing or do not fit each other.
    static FeatureClusters load(const TensorMap& tensors, const std::string& prefix);

private:
    at::Tensor m_centres;    ///< float64 [clusters, D]
    at::Tensor m_directions; ///< float64 [k, D], orthonormal
    at::Tensor m_variances;  ///< float64 [k]
    double m_rest = 1;       ///< variance in every other direction
};

} // namespace vbs
