#include "core/explain/attention_summary.h"

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

void check(const AttentionView& view, const AttentionQuestion& question)
{
    require(view.probabilities.size() == view.layers * view.heads * view.positions * view.positions &&
                !view.probabilities.empty(),
            "The attention has " + std::to_string(view.probabilities.size()) + " values, not " +
                std::to_string(view.layers) + " x " + std::to_string(view.heads) + " x " +
                std::to_string(view.positions) + " x " + std::to_string(view.positions) + ".");
    require(view.tokenCount <= view.positions, "There are more tokens than positions.");
    require(question.layer >= -1 && question.layer < int(view.layers),
            "There is no layer " + std::to_string(question.layer) + " among " + std::to_string(view.layers) + ".");
    require(question.head >= -1 && question.head < int(view.heads),
            "There is no head " + std::to_string(question.head) + " among " + std::to_string(view.heads) + ".");
    require(question.queryPosition < view.positions,
            "There is no position " + std::to_string(question.queryPosition) + " among " +
                std::to_string(view.positions) + ".");
    require(question.leaveOut.empty() || question.leaveOut.size() == view.positions,
            "leaveOut must have one entry a position.");
}

/// The row of the query position, added up over the chosen layers and heads: [key]. The mean would differ by a
/// factor only, and the weights are made to add up to 1 afterwards.
std::vector<double> sumOfRows(const AttentionView& view, const AttentionQuestion& question)
{
    const std::size_t firstLayer = question.layer < 0 ? 0 : std::size_t(question.layer);
    const std::size_t lastLayer = question.layer < 0 ? view.layers : firstLayer + 1;
    const std::size_t firstHead = question.head < 0 ? 0 : std::size_t(question.head);
    const std::size_t lastHead = question.head < 0 ? view.heads : firstHead + 1;
    std::vector<double> row(view.positions, 0.);
    for (std::size_t layer = firstLayer; layer < lastLayer; ++layer) {
        for (std::size_t head = firstHead; head < lastHead; ++head) {
            const std::size_t start =
                ((layer * view.heads + head) * view.positions + question.queryPosition) * view.positions;
            for (std::size_t key = 0; key < view.positions; ++key)
                row[key] += view.probabilities[start + key];
        }
    }
    return row;
}

} // namespace

AttentionSummary summarizeAttention(const AttentionView& attention, const AttentionQuestion& question)
{
    check(attention, question);
    std::vector<double> row = sumOfRows(attention, question);
    for (std::size_t i = 0; i < row.size(); ++i)
        if ((!question.leaveOut.empty() && question.leaveOut[i]) || !std::isfinite(row[i]))
            row[i] = 0;
    const double sum = std::accumulate(row.begin(), row.end(), 0.);
    if (sum > 0)
        std::ranges::for_each(row, [sum](double& weight) { weight /= sum; });
    const auto middle = row.begin() + std::ptrdiff_t(attention.tokenCount);
    return {{row.begin(), middle}, {middle, row.end()}};
}

std::vector<bool> leaveOutSpecial(const std::vector<bool>& special, std::size_t positions)
{
    std::vector<bool> leaveOut(positions, false);
    std::copy_n(special.begin(), std::min(special.size(), positions), leaveOut.begin());
    return leaveOut;
}

} // namespace vbs
