#include "core/look/attention_flow.h"

#include "core/base/error.h"
#include "core/base/splitmix.h"
#include "core/look/attention_choice.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace vbs;

namespace {

constexpr std::size_t kLayers = 4, kHeads = 3, kPositions = 7;

using Matrix = std::vector<std::vector<double>>;

/// Drawn attention, each row a share of 1.
Inspection drawn()
{
    Inspection inspection;
    inspection.layers = kLayers;
    inspection.heads = kHeads;
    inspection.positions = kPositions;
    inspection.readFrom = 2;
    inspection.result.tokens.resize(4);
    for (std::size_t row = 0; row < kLayers * kHeads * kPositions; ++row) {
        std::vector<double> values(kPositions);
        for (std::size_t i = 0; i < kPositions; ++i)
            values[i] = double(splitMix(7, row * kPositions + i) >> 11) / double(1ull << 53);
        const double sum = std::accumulate(values.begin(), values.end(), 0.);
        for (const double value : values)
            inspection.attention.push_back(float(value / sum));
    }
    return inspection;
}

/// (mean over heads + I) / 2, by the definition.
Matrix mixed(const Inspection& inspection, std::size_t layer)
{
    Matrix matrix(kPositions, std::vector<double>(kPositions, 0.));
    for (std::size_t i = 0; i < kPositions; ++i)
        for (std::size_t j = 0; j < kPositions; ++j) {
            for (std::size_t head = 0; head < kHeads; ++head)
                matrix[i][j] += double(inspection.row(layer, head, i)[j]) / kHeads;
            matrix[i][j] = (matrix[i][j] + (i == j ? 1 : 0)) / 2;
        }
    return matrix;
}

Matrix product(const Matrix& a, const Matrix& b)
{
    Matrix result(kPositions, std::vector<double>(kPositions, 0.));
    for (std::size_t i = 0; i < kPositions; ++i)
        for (std::size_t j = 0; j < kPositions; ++j)
            for (std::size_t k = 0; k < kPositions; ++k)
                result[i][j] += a[i][k] * b[k][j];
    return result;
}

} // namespace

class AttentionFlowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTheProductOfTheLayers()
    {
        const Inspection inspection = drawn();
        Matrix whole(kPositions, std::vector<double>(kPositions, 0.));
        for (std::size_t i = 0; i < kPositions; ++i)
            whole[i][i] = 1;
        for (std::size_t layers = 0; layers <= kLayers; ++layers) {
            if (layers > 0)
                whole = product(mixed(inspection, layers - 1), whole);
            for (std::size_t from = 0; from < kPositions; ++from) {
                const auto flow = attentionFlow(inspection, from);
                QCOMPARE(flow.size(), kLayers + 1);
                for (std::size_t to = 0; to < kPositions; ++to)
                    QVERIFY(std::abs(flow[layers][to] - whole[from][to]) < 1e-6); // floats' rows add up to 1 ± 1e-7
            }
        }
    }

    void liesBetweenItsLayers()
    {
        const auto flow = attentionFlow(drawn(), 1);
        QCOMPARE(flowAt(flow, 2), flow[2]);
        QCOMPARE(flowAt(flow, -1), flow[0]);
        QCOMPARE(flowAt(flow, 99), flow[kLayers]);
        const std::vector<double> between = flowAt(flow, 1.25);
        for (std::size_t i = 0; i < kPositions; ++i)
            QVERIFY(std::abs(between[i] - (0.75 * flow[1][i] + 0.25 * flow[2][i])) < 1e-12);
        QVERIFY(flowAt({}, 0).empty());
    }

    void sizesHaveToFit()
    {
        Inspection inspection = drawn();
        QVERIFY_THROWS_EXCEPTION(Error, attentionFlow(inspection, kPositions));
        inspection.attention.pop_back();
        QVERIFY_THROWS_EXCEPTION(Error, attentionFlow(inspection, 0));
    }

    void choosesRowsAndColumns()
    {
        const Inspection inspection = drawn();
        const std::vector<double> row = chosenAttention(inspection, {1, 2, 3, false}),
                                  column = chosenAttention(inspection, {1, 2, 3, true}),
                                  mean = chosenAttention(inspection, {1, -1, 3, false});
        const auto at = [&](std::size_t head, std::size_t from, std::size_t to) {
            return double(inspection.attention[((kHeads + head) * kPositions + from) * kPositions + to]);
        };
        for (std::size_t i = 0; i < kPositions; ++i) {
            QCOMPARE(row[i], at(2, 3, i));
            QCOMPARE(column[i], at(2, i, 3));
            QVERIFY(std::abs(mean[i] - (at(0, 3, i) + at(1, 3, i) + at(2, 3, i)) / 3) < 1e-12);
        }
        QVERIFY_THROWS_EXCEPTION(Error, chosenAttention(inspection, {kLayers, -1, 0, false}));
        QVERIFY_THROWS_EXCEPTION(Error, chosenAttention(inspection, {0, int(kHeads), 0, false}));
        QVERIFY_THROWS_EXCEPTION(Error, chosenAttention(inspection, {0, 0, kPositions, false}));
    }

    void aChoiceIsFittedToTheNetwork()
    {
        const Inspection inspection = drawn();
        QVERIFY((withinOf(inspection, {99, 99, 99, true}) == AttentionChoice{kLayers - 1, -1, 2, true}));
        QVERIFY((withinOf(inspection, {1, 1, 5, false}) == AttentionChoice{1, 1, 5, false}));
    }
};

VBS_TEST_MAIN(AttentionFlowTest)
#include "attention_flow_test.moc"
