#include "core/regions/feature_clusters.h"

#include "core/base/error.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::int64_t kMostDirections = 256;
/// Clusters of fewer vectors have no centre worth the name: they share one.
constexpr std::int64_t kFewestOfCluster = 16;
/// Variances are pulled towards their mean by this share, since the smallest are underestimated (Ledoit & Wolf, 2004).
constexpr double kShrinkage = 0.01;

/// Clusters renumbered so that each has enough vectors; those that had too few are one, if there are any.
at::Tensor withEnough(const at::Tensor& cluster)
{
    const at::Tensor counts = torch::bincount(cluster);
    at::Tensor number = torch::full({counts.size(0)}, -1, torch::kLong);
    std::int64_t next = 0;
    for (std::int64_t i = 0; i < counts.size(0); ++i)
        if (counts[i].item<std::int64_t>() >= kFewestOfCluster)
            number[i] = next++;
    number.masked_fill_(number < 0, next);
    return number.index_select(0, cluster);
}

} // namespace

FeatureClusters FeatureClusters::fit(const at::Tensor& vectors, const at::Tensor& cluster)
{
    const std::int64_t count = vectors.size(0), size = vectors.size(1);
    if (count < kFewestVectors) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("There are only %1 regions to learn from; give pictures with at least %2 together.", count,
                             kFewestVectors));
    }
    FeatureClusters fitted;
    const at::Tensor rows = vectors.to(torch::kDouble), of = withEnough(cluster);
    const at::Tensor counts = torch::bincount(of).to(torch::kDouble);
    const std::int64_t clusters = counts.size(0);
    fitted.m_centres = torch::zeros({clusters, size}, torch::kDouble).index_add_(0, of, rows) / counts.unsqueeze(1);
    const at::Tensor centred = rows - fitted.m_centres.index_select(0, of);
    const double freedom = double(std::max<std::int64_t>(1, count - clusters));
    const auto [variances, directions] = at::linalg_eigh(centred.t().matmul(centred) / freedom); // rising
    const at::Tensor pulled = variances.clamp_min(0) * (1 - kShrinkage) + variances.mean() * kShrinkage;
    const std::int64_t kept = std::min(size, std::min(kMostDirections, std::max<std::int64_t>(1, count / 4)));
    fitted.m_variances = pulled.slice(0, size - kept).clamp_min(1e-12).contiguous();
    fitted.m_directions = directions.t().slice(0, size - kept).contiguous();
    if (kept < size)
        fitted.m_rest = std::max(1e-12, pulled.slice(0, 0, size - kept).mean().item<double>());
    return fitted;
}

at::Tensor FeatureClusters::distances(const at::Tensor& vectors) const
{
    const at::Tensor rows = vectors.to(torch::kDouble);
    const at::Tensor scale = m_variances.rsqrt().unsqueeze(0);
    const at::Tensor own = rows.matmul(m_directions.t()), centre = m_centres.matmul(m_directions.t()); // [·, k]
    at::Tensor squared = torch::cdist(own * scale, centre * scale).square();                           // [n, clusters]
    if (m_directions.size(0) < size())
        squared = squared +
                  (torch::cdist(rows, m_centres).square() - torch::cdist(own, centre).square()).clamp_min(0) / m_rest;
    return std::get<0>(squared.min(1)).sqrt();
}

void FeatureClusters::save(TensorMap& tensors, const std::string& prefix) const
{
    tensors[prefix + "centres"] = m_centres.to(torch::kFloat);
    tensors[prefix + "directions"] = m_directions.to(torch::kFloat);
    tensors[prefix + "variances"] = m_variances.to(torch::kFloat);
    tensors[prefix + "rest"] = torch::full({1}, m_rest, torch::kFloat);
}

FeatureClusters FeatureClusters::load(const TensorMap& tensors, const std::string& prefix)
{
    const auto get = [&](const char* name, std::int64_t dimensions) {
        const auto found = tensors.find(prefix + name);
        if (found == tensors.end() || found->second.dim() != dimensions || found->second.numel() == 0 ||
            !found->second.is_floating_point() || !found->second.isfinite().all().item<bool>())
            throw Error(ErrorCode::CorruptData,
                        sentence("\"%1%2\" is missing or is not what it should be.", prefix, name));
        return found->second.to(torch::kDouble);
    };
    FeatureClusters loaded;
    loaded.m_centres = get("centres", 2);
    loaded.m_directions = get("directions", 2);
    loaded.m_variances = get("variances", 1);
    loaded.m_rest = get("rest", 1)[0].item<double>();
    if (loaded.m_directions.size(1) != loaded.size() || loaded.m_directions.size(0) != loaded.m_variances.size(0) ||
        !(loaded.m_variances > 0).all().item<bool>() || !(loaded.m_rest > 0))
        throw Error(ErrorCode::CorruptData, sentence("The tensors of \"%1\" do not fit each other.", prefix));
    return loaded;
}

} // namespace vbs
