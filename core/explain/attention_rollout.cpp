#include "core/explain/attention_rollout.h"

#include "core/explain/attention_checks.h"

#include <cmath>
#include <numeric>
#include <utility>

namespace vbs {

namespace {

/// Row `query` of (mean over heads of A + I) / 2, adding up to 1: [key].
std::vector<double> mixedRow(const AttentionView& view, std::size_t layer, std::size_t query)
{
    std::vector<double> row(view.positions, 0.);
    for (std::size_t head = 0; head < view.heads; ++head) {
        const std::size_t start = ((layer * view.heads + head) * view.positions + query) * view.positions;
        for (std::size_t key = 0; key < view.positions; ++key) {
            const double value = view.probabilities[start + key];
            row[key] += std::isfinite(value) ? value / double(view.heads) : 0.;
        }
    }
    row[query] += 1;
    const double sum = std::accumulate(row.begin(), row.end(), 0.);
    for (double& value : row)
        value /= sum;
    return row;
}

} // namespace

AttentionSummary attentionRollout(const AttentionView& attention, std::size_t queryPosition,
                                  const std::vector<bool>& leaveOut)
{
    requireAttention(attention);
    requireQuery(attention, queryPosition, leaveOut);
    // One row of a product of matrices needs no matrix products: the row goes through the layers from the last down.
    std::vector<double> row(attention.positions, 0.);
    row[queryPosition] = 1;
    for (std::size_t layer = attention.layers; layer-- > 0;) {
        std::vector<double> below(attention.positions, 0.);
        for (std::size_t query = 0; query < attention.positions; ++query) {
            if (row[query] == 0)
                continue;
            const std::vector<double> mixed = mixedRow(attention, layer, query);
            for (std::size_t key = 0; key < attention.positions; ++key)
                below[key] += row[query] * mixed[key];
        }
        row = std::move(below);
    }
    return summarizeRow(std::move(row), attention.tokenCount, leaveOut);
}

} // namespace vbs
