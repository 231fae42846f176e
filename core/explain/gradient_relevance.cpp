#include "core/explain/gradient_relevance.h"

#include "core/base/error.h"
#include "core/explain/attention_checks.h"

#include <string>
#include <utility>

namespace vbs {

namespace {

/// Adds `weight` times row `query` of the heads' mean of max(0, gradient * attention): [key].
void addPositiveRow(std::vector<double>& sum, double weight, const AttentionView& view,
                    std::span<const float> gradients, std::size_t layer, std::size_t query)
{
    const double share = weight / double(view.heads);
    for (std::size_t head = 0; head < view.heads; ++head) {
        const std::size_t start = ((layer * view.heads + head) * view.positions + query) * view.positions;
        for (std::size_t key = 0; key < view.positions; ++key) {
            const double value = double(view.probabilities[start + key]) * double(gradients[start + key]);
            if (value > 0) // so that a NaN counts as nothing
                sum[key] += share * value;
        }
    }
}

} // namespace

AttentionSummary gradientRelevance(const AttentionView& attention, std::span<const float> gradients,
                                   std::size_t queryPosition, const std::vector<bool>& leaveOut)
{
    requireAttention(attention);
    requireQuery(attention, queryPosition, leaveOut);
    if (gradients.size() != attention.probabilities.size()) {
        throw Error(ErrorCode::InvalidArgument, sentence("There are %1 gradients for %2 attention probabilities.",
                                                         gradients.size(), attention.probabilities.size()));
    }
    // R = (I + A of the last layer) ... (I + A of the first); a row of it is built from the last layer down. The
    // identity's 1 is kept apart, since small relevances would drown in it.
    std::vector<double> row(attention.positions, 0.);
    for (std::size_t layer = attention.layers; layer-- > 0;) {
        std::vector<double> next = row;
        for (std::size_t query = 0; query < attention.positions; ++query) {
            const double weight = row[query] + (query == queryPosition ? 1. : 0.);
            if (weight > 0)
                addPositiveRow(next, weight, attention, gradients, layer, query);
        }
        row = std::move(next);
    }
    return summarizeRow(std::move(row), attention.tokenCount, leaveOut);
}

} // namespace vbs
