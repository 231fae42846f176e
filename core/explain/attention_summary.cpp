#include "core/explain/attention_summary.h"

#include "core/base/error.h"
#include "core/explain/attention_checks.h"

#include <algorithm>
#include <string>

namespace vbs {

namespace {

void requireAmong(int wanted, std::size_t count, const char* what)
{
    if (wanted < -1 || wanted >= int(count)) {
        throw Error(ErrorCode::InvalidArgument, sentence("There is no %1 %2 among %3.", what, wanted, count));
    }
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
    requireAttention(attention);
    requireAmong(question.layer, attention.layers, "layer");
    requireAmong(question.head, attention.heads, "head");
    requireQuery(attention, question.queryPosition, question.leaveOut);
    return summarizeRow(sumOfRows(attention, question), attention.tokenCount, question.leaveOut);
}

std::vector<bool> leaveOutSpecial(const std::vector<bool>& special, std::size_t positions)
{
    std::vector<bool> leaveOut(positions, false);
    std::copy_n(special.begin(), std::min(special.size(), positions), leaveOut.begin());
    return leaveOut;
}

} // namespace vbs
