#include "core/explain/attention_summary.h"

#include "core/base/error.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace vbs;

namespace {

/// Two layers, two heads, four positions: [CLS], a word, two regions. Each row adds up to 1.
const std::vector<float> kAttention = {
    // layer 0, head 0: rows are queries
    0.4f, 0.3f, 0.2f, 0.1f, 0.1f, 0.2f, 0.3f, 0.4f, 0.25f, 0.25f, 0.25f, 0.25f, 0, 0, 0, 1,
    // layer 0, head 1
    0.0f, 0.1f, 0.8f, 0.1f, 0.7f, 0.1f, 0.1f, 0.1f, 0.25f, 0.25f, 0.25f, 0.25f, 0, 0, 1, 0,
    // layer 1, head 0
    0.2f, 0.2f, 0.2f, 0.4f, 0.1f, 0.1f, 0.7f, 0.1f, 0.25f, 0.25f, 0.25f, 0.25f, 0, 1, 0, 0,
    // layer 1, head 1
    0.6f, 0.2f, 0.0f, 0.2f, 0.5f, 0.2f, 0.2f, 0.1f, 0.25f, 0.25f, 0.25f, 0.25f, 1, 0, 0, 0};

AttentionView view()
{
    return {kAttention, 2, 2, 4, 2};
}

} // namespace

class AttentionSummaryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picksLayerHeadAndQuery_data();
    void picksLayerHeadAndQuery();
    void leavesOutAndStillAddsUpToOne();
    void allLeftOutGivesZeros();
    void notANumberCountsAsNothing();
    void leaveOutSpecialKeepsRegions();
    void refusesWhatDoesNotFit();
};

void AttentionSummaryTest::picksLayerHeadAndQuery_data()
{
    QTest::addColumn<int>("layer");
    QTest::addColumn<int>("head");
    QTest::addColumn<int>("query");
    QTest::addColumn<QList<double>>("expected");
    QTest::newRow("one head, [CLS]") << 0 << 1 << 0 << QList<double>{0, 0.1, 0.8, 0.1};
    QTest::newRow("one head, a word") << 1 << 0 << 1 << QList<double>{0.1, 0.1, 0.7, 0.1};
    QTest::newRow("mean of heads") << 0 << -1 << 0 << QList<double>{0.2, 0.2, 0.5, 0.1};
    QTest::newRow("mean of layers") << -1 << 0 << 0 << QList<double>{0.3, 0.25, 0.2, 0.25};
    QTest::newRow("mean of all") << -1 << -1 << 0 << QList<double>{0.3, 0.2, 0.3, 0.2};
    QTest::newRow("a region") << -1 << -1 << 3 << QList<double>{0.25, 0.25, 0.25, 0.25};
}

void AttentionSummaryTest::picksLayerHeadAndQuery()
{
    QFETCH(int, layer);
    QFETCH(int, head);
    QFETCH(int, query);
    QFETCH(QList<double>, expected);
    const auto summary = summarizeAttention(view(), {layer, head, std::size_t(query), {}});
    QCOMPARE(summary.tokens.size(), std::size_t(2));
    QCOMPARE(summary.regions.size(), std::size_t(2));
    for (int i = 0; i < 4; ++i) {
        const double actual = i < 2 ? summary.tokens[std::size_t(i)] : summary.regions[std::size_t(i - 2)];
        QVERIFY2(std::abs(actual - expected[i]) < 1e-6, qPrintable(QString::number(actual)));
    }
}

void AttentionSummaryTest::leavesOutAndStillAddsUpToOne()
{
    const auto summary = summarizeAttention(view(), {-1, -1, 0, {true, false, false, false}});
    QCOMPARE(summary.tokens[0], 0.);
    QVERIFY(std::abs(summary.tokens[1] - 0.2 / 0.7) < 1e-6);
    QVERIFY(std::abs(summary.regions[0] - 0.3 / 0.7) < 1e-6);
    const double sum = summary.tokens[0] + summary.tokens[1] + summary.regions[0] + summary.regions[1];
    QVERIFY(std::abs(sum - 1) < 1e-12);
}

void AttentionSummaryTest::allLeftOutGivesZeros()
{
    const auto summary = summarizeAttention(view(), {0, 0, 3, {false, false, false, true}});
    QCOMPARE(summary.tokens, (std::vector<double>{0, 0}));
    QCOMPARE(summary.regions, (std::vector<double>{0, 0}));
}

void AttentionSummaryTest::notANumberCountsAsNothing()
{
    std::vector<float> values = kAttention;
    values[0] = std::numeric_limits<float>::quiet_NaN();
    const auto summary = summarizeAttention({values, 2, 2, 4, 2}, {0, 0, 0, {}});
    QCOMPARE(summary.tokens[0], 0.);
    QVERIFY(std::abs(summary.tokens[1] - 0.5) < 1e-6);
}

void AttentionSummaryTest::leaveOutSpecialKeepsRegions()
{
    QCOMPARE(leaveOutSpecial({true, false, true}, 5), (std::vector<bool>{true, false, true, false, false}));
}

void AttentionSummaryTest::refusesWhatDoesNotFit()
{
    QVERIFY_EXCEPTION_THROWN(summarizeAttention({kAttention, 2, 2, 5, 2}, {}), Error);
    QVERIFY_EXCEPTION_THROWN(summarizeAttention({kAttention, 2, 2, 4, 5}, {}), Error);
    QVERIFY_EXCEPTION_THROWN(summarizeAttention({{}, 0, 0, 0, 0}, {}), Error);
    QVERIFY_EXCEPTION_THROWN(summarizeAttention(view(), {2, -1, 0, {}}), Error);
    QVERIFY_EXCEPTION_THROWN(summarizeAttention(view(), {-2, -1, 0, {}}), Error);
    QVERIFY_EXCEPTION_THROWN(summarizeAttention(view(), {-1, 2, 0, {}}), Error);
    QVERIFY_EXCEPTION_THROWN(summarizeAttention(view(), {-1, -1, 4, {}}), Error);
    QVERIFY_EXCEPTION_THROWN(summarizeAttention(view(), {-1, -1, 0, {true}}), Error);
}

VBS_TEST_MAIN(AttentionSummaryTest)
#include "attention_summary_test.moc"
