#include "core/explain/occlusion.h"

#include "core/base/error.h"

#include <cmath>
#include <string>

namespace vbs {

std::vector<std::vector<bool>> OcclusionPlan::masks() const
{
    std::vector<std::vector<bool>> result(runs(), std::vector<bool>(tokenCount + regionCount, false));
    for (std::size_t i = 0; i < hidden.size(); ++i)
        result[i + 1][hidden[i]] = true;
    return result;
}

OcclusionPlan planOcclusion(std::size_t tokenCount, std::size_t regionCount, const std::vector<bool>& leaveOut)
{
    const std::size_t positions = tokenCount + regionCount;
    if (!leaveOut.empty() && leaveOut.size() != positions) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("leaveOut has %1 entries for %2 positions.", leaveOut.size(), positions));
    }
    OcclusionPlan plan{tokenCount, regionCount, {}};
    for (std::size_t position = 0; position < positions; ++position)
        if (leaveOut.empty() || !leaveOut[position])
            plan.hidden.push_back(position);
    return plan;
}

AttentionSummary occlusionWeights(const OcclusionPlan& plan, std::span<const double> probabilities)
{
    if (probabilities.size() != plan.runs()) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("There are %1 probabilities for %2 runs.", probabilities.size(), plan.runs()));
    }
    AttentionSummary weights{std::vector<double>(plan.tokenCount, 0.), std::vector<double>(plan.regionCount, 0.)};
    for (std::size_t i = 0; i < plan.hidden.size(); ++i) {
        const double fall = probabilities[0] - probabilities[i + 1];
        if (!std::isfinite(fall))
            continue;
        const std::size_t position = plan.hidden[i];
        (position < plan.tokenCount ? weights.tokens[position] : weights.regions[position - plan.tokenCount]) = fall;
    }
    return weights;
}

} // namespace vbs
