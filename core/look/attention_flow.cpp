#include "core/look/attention_flow.h"

#include "core/base/error.h"
#include "core/explain/attention_rollout.h"

#include <algorithm>
#include <cmath>

namespace vbs {

std::vector<std::vector<double>> attentionFlow(const Inspection& inspection, std::size_t position)
{
    if (position >= inspection.positions)
        throw Error(ErrorCode::InvalidArgument, sentence("There is no such position to follow."));
    const std::size_t each = inspection.heads * inspection.positions * inspection.positions;
    if (inspection.attention.size() != inspection.layers * each)
        throw Error(ErrorCode::InvalidArgument, sentence("The attention does not fit the text and the regions."));
    std::vector<std::vector<double>> flow(1, std::vector<double>(inspection.positions, 0.));
    flow.front()[position] = 1;
    for (std::size_t layers = 1; layers <= inspection.layers; ++layers) {
        const AttentionView view{std::span(inspection.attention).first(layers * each), layers, inspection.heads,
                                 inspection.positions, inspection.result.tokens.size()};
        AttentionSummary row = attentionRollout(view, position, {});
        row.tokens.insert(row.tokens.end(), row.regions.begin(), row.regions.end());
        flow.push_back(std::move(row.tokens));
    }
    return flow;
}

std::vector<double> flowAt(const std::vector<std::vector<double>>& flow, double place)
{
    if (flow.empty())
        return {};
    const double inside = std::clamp(place, 0., double(flow.size() - 1));
    const auto below = std::size_t(inside), above = std::min(below + 1, flow.size() - 1);
    const double share = inside - double(below);
    std::vector<double> row = flow[below];
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] += share * (flow[above][i] - row[i]);
    return row;
}

} // namespace vbs
