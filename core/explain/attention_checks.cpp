#include "core/explain/attention_checks.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace vbs {

namespace {

void require(bool fine, const std::string& sentence)
{
    if (!fine)
        throw Error(ErrorCode::InvalidArgument, sentence);
}

} // namespace

void requireAttention(const AttentionView& attention)
{
    require(attention.probabilities.size() ==
                    attention.layers * attention.heads * attention.positions * attention.positions &&
                !attention.probabilities.empty(),
            "The attention has " + std::to_string(attention.probabilities.size()) + " values, not " +
                std::to_string(attention.layers) + " x " + std::to_string(attention.heads) + " x " +
                std::to_string(attention.positions) + " x " + std::to_string(attention.positions) + ".");
    require(attention.tokenCount <= attention.positions, "There are more tokens than positions.");
}

void requireQuery(const AttentionView& attention, std::size_t queryPosition, const std::vector<bool>& leaveOut)
{
    require(queryPosition < attention.positions, "There is no position " + std::to_string(queryPosition) + " among " +
                                                     std::to_string(attention.positions) + ".");
    require(leaveOut.empty() || leaveOut.size() == attention.positions, "leaveOut must have one entry a position.");
}

AttentionSummary summarizeRow(std::vector<double> row, std::size_t tokenCount, const std::vector<bool>& leaveOut)
{
    for (std::size_t i = 0; i < row.size(); ++i)
        if ((!leaveOut.empty() && leaveOut[i]) || !std::isfinite(row[i]))
            row[i] = 0;
    const double sum = std::accumulate(row.begin(), row.end(), 0.);
    if (sum > 0)
        std::ranges::for_each(row, [sum](double& weight) { weight /= sum; });
    const auto middle = row.begin() + std::ptrdiff_t(tokenCount);
    return {{row.begin(), middle}, {middle, row.end()}};
}

} // namespace vbs
