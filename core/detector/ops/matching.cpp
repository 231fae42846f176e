#include "core/detector/ops/matching.h"

#include <torch/types.h>

namespace vbs {

at::Tensor Matcher::match(const at::Tensor& overlaps) const
{
    const auto [best, row] = overlaps.max(0);
    at::Tensor matches = row.clone();
    matches.masked_fill_(best < m_low, kBelowLow);
    matches.masked_fill_((best >= m_low) & (best < m_high), kBetween);
    if (m_allowLowQuality) {
        const at::Tensor bestOfEachRow = std::get<0>(overlaps.max(1));
        const at::Tensor restored = (overlaps == bestOfEachRow.unsqueeze(1)).any(0);
        matches = torch::where(restored, row, matches);
    }
    return matches;
}

BalancedSample sampleBalanced(const at::Tensor& labels, std::int64_t count, double positiveFraction,
                              at::Generator& generator)
{
    const auto draw = [&](const at::Tensor& candidates, std::int64_t wanted) {
        const at::Tensor indices = candidates.nonzero().squeeze(1);
        const std::int64_t taken = std::min(wanted, indices.size(0));
        const at::Tensor order = torch::randperm(indices.size(0), generator, torch::kLong).slice(0, 0, taken);
        return std::get<0>(indices.index_select(0, order.to(indices.device())).sort());
    };
    const at::Tensor positive = draw(labels >= 1, static_cast<std::int64_t>(double(count) * positiveFraction));
    return {positive, draw(labels == 0, count - positive.size(0))};
}

} // namespace vbs
