#include "core/explain/removal_curve.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace vbs;

namespace {

bool near(double actual, double expected, double tolerance = 1e-12)
{
    return std::abs(actual - expected) <= tolerance;
}

/// Right up to and with this many of ten steps.
RemovalTrial rightUntil(int last)
{
    RemovalTrial trial{evenFractions(10), {}};
    for (int i = 0; i <= 10; ++i)
        trial.right.push_back(i <= last);
    return trial;
}

} // namespace

class RemovalCurveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ordersByWeight();
    void fractionsAndCounts();
    void masksGrow();
    void areasByHand_data();
    void areasByHand();
    void curveIsTheMeanOfTrials();
    void curveInterpolatesOtherSteps();
    void areaOfTheCurveIsTheMeanOfAreas();
    void intervalHasTheTextbookWidth();
    void pairedDifferenceIsSharp();
    void sameSeedSameInterval();
    void refusesWhatDoesNotFit();
};

void RemovalCurveTest::ordersByWeight()
{
    const std::vector<double> weights{0.1, 0.5, std::numeric_limits<double>::quiet_NaN(), 0.1, -0.2};
    QCOMPARE(removalOrder(weights, RemovalOrder::MostImportantFirst), (std::vector<std::size_t>{1, 0, 3, 4, 2}));
    QCOMPARE(removalOrder(weights, RemovalOrder::LeastImportantFirst), (std::vector<std::size_t>{2, 4, 0, 3, 1}));
}

void RemovalCurveTest::fractionsAndCounts()
{
    QCOMPARE(evenFractions(4), (std::vector<double>{0, 0.25, 0.5, 0.75, 1}));
    QCOMPARE(removedCount(0.1, 36), std::size_t(4)); // 3.6
    QCOMPARE(removedCount(0.1, 14), std::size_t(1));
    QCOMPARE(removedCount(1, 7), std::size_t(7));
    QCOMPARE(removedCount(0.5, 0), std::size_t(0));
}

void RemovalCurveTest::masksGrow()
{
    const std::vector<std::size_t> order{2, 0, 1};
    const std::vector<double> fractions{0, 1. / 3, 2. / 3, 1};
    QCOMPARE(removalMasks(order, fractions),
             (std::vector<std::vector<bool>>{
                 {false, false, false}, {false, false, true}, {true, false, true}, {true, true, true}}));
}

void RemovalCurveTest::areasByHand_data()
{
    QTest::addColumn<QList<double>>("fractions");
    QTest::addColumn<QList<bool>>("right");
    QTest::addColumn<double>("area");
    QTest::newRow("always right") << QList<double>{0, 0.5, 1} << QList<bool>{true, true, true} << 1.;
    QTest::newRow("never right") << QList<double>{0, 0.5, 1} << QList<bool>{false, false, false} << 0.;
    QTest::newRow("half") << QList<double>{0, 0.5, 1} << QList<bool>{true, true, false} << 0.75;
    QTest::newRow("uneven steps") << QList<double>{0, 0.2, 1} << QList<bool>{true, false, true} << 0.1 + 0.4;
}

void RemovalCurveTest::areasByHand()
{
    QFETCH(QList<double>, fractions);
    QFETCH(QList<bool>, right);
    QFETCH(double, area);
    RemovalTrial trial;
    trial.fractions.assign(fractions.begin(), fractions.end());
    trial.right.assign(right.begin(), right.end());
    QVERIFY(near(removalArea(trial), area));
}

void RemovalCurveTest::curveIsTheMeanOfTrials()
{
    const std::vector<RemovalTrial> trials{rightUntil(2), rightUntil(5), rightUntil(10), rightUntil(-1)};
    const auto curve = removalCurve(trials, evenFractions(10));
    const std::vector<double> expected{0.75, 0.75, 0.75, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 0.25};
    QCOMPARE(curve, expected);
}

void RemovalCurveTest::curveInterpolatesOtherSteps()
{
    const std::vector<RemovalTrial> trials{{{0, 0.5, 1}, {true, false, false}}, {{0, 1}, {true, false}}};
    const auto curve = removalCurve(trials, evenFractions(4));
    const std::vector<double> expected{1, (0.5 + 0.75) / 2, (0 + 0.5) / 2, 0.125, 0};
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY(near(curve[i], expected[i]));
}

void RemovalCurveTest::areaOfTheCurveIsTheMeanOfAreas()
{
    const std::vector<RemovalTrial> trials{rightUntil(1), rightUntil(4), rightUntil(8)};
    const auto curve = removalCurve(trials, evenFractions(10));
    double area = 0;
    for (std::size_t i = 1; i < curve.size(); ++i)
        area += (curve[i] + curve[i - 1]) / 20;
    QVERIFY(near(areaUnderRemoval(trials).value, area));
    QVERIFY(near(area, (0.15 + 0.45 + 0.85) / 3));
}

void RemovalCurveTest::intervalHasTheTextbookWidth()
{
    // 400 areas, by normal theory: mean +- 1.96 deviation / sqrt(400).
    Rng rng(3);
    std::vector<RemovalTrial> trials;
    double sum = 0, squares = 0;
    for (int i = 0; i < 400; ++i) {
        trials.push_back(rightUntil(rng.between(0, 9)));
        const double area = removalArea(trials.back());
        sum += area;
        squares += area * area;
    }
    const double mean = sum / 400, half = 1.96 * std::sqrt((squares / 400 - mean * mean) / 400);
    const Estimate estimate = areaUnderRemoval(trials, {4000, 0.95, 1});
    QVERIFY(near(estimate.value, mean));
    QVERIFY2(near(estimate.low, mean - half, 0.1 * half), qPrintable(QString::number(estimate.low)));
    QVERIFY2(near(estimate.high, mean + half, 0.1 * half), qPrintable(QString::number(estimate.high)));
    const Estimate half50 = areaUnderRemoval(trials, {4000, 0.5, 1}); // +- 0.6745 deviations
    QVERIFY(near(half50.high - half50.low, 2 * half * 0.6745 / 1.96, 0.1 * half));
}

void RemovalCurveTest::pairedDifferenceIsSharp()
{
    // Questions differ widely, but one explanation is always one step better than the other.
    Rng rng(4);
    std::vector<RemovalTrial> worse, better;
    for (int i = 0; i < 50; ++i) {
        const int last = rng.between(0, 8);
        worse.push_back(rightUntil(last + 1));
        better.push_back(rightUntil(last));
    }
    const Estimate difference = areaDifference(worse, better);
    QVERIFY(near(difference.value, 0.1) && near(difference.low, 0.1) && near(difference.high, 0.1));
    const Estimate none = areaDifference(worse, worse);
    QVERIFY(none.value == 0 && none.low == 0 && none.high == 0);
    const Estimate alone = areaUnderRemoval(worse);
    QVERIFY(alone.high - alone.low > 0.05);
}

void RemovalCurveTest::sameSeedSameInterval()
{
    const std::vector<RemovalTrial> trials{rightUntil(1), rightUntil(4), rightUntil(8), rightUntil(3)};
    const Estimate first = areaUnderRemoval(trials, {500, 0.95, 9}), again = areaUnderRemoval(trials, {500, 0.95, 9});
    QCOMPARE(first.low, again.low);
    QCOMPARE(first.high, again.high);
    QVERIFY(first.low < first.value && first.value < first.high);
    QVERIFY(first.low >= 0.15 && first.high <= 0.85);
}

void RemovalCurveTest::refusesWhatDoesNotFit()
{
    const std::vector<RemovalTrial> good{rightUntil(3)}, none;
    QVERIFY_EXCEPTION_THROWN(removalArea({{0, 1}, {true}}), Error);
    QVERIFY_EXCEPTION_THROWN(removalArea({{0, 0.5}, {true, true}}), Error);
    QVERIFY_EXCEPTION_THROWN(removalArea({{0, 0.7, 0.6, 1}, {true, true, true, true}}), Error);
    QVERIFY_EXCEPTION_THROWN(removalArea({}), Error);
    QVERIFY_EXCEPTION_THROWN(removalCurve(none, evenFractions(2)), Error);
    QVERIFY_EXCEPTION_THROWN(removalCurve(good, std::vector<double>{1.5}), Error);
    QVERIFY_EXCEPTION_THROWN(areaUnderRemoval(none), Error);
    QVERIFY_EXCEPTION_THROWN(areaUnderRemoval(good, {0, 0.95, 1}), Error);
    QVERIFY_EXCEPTION_THROWN(areaUnderRemoval(good, {10, 1, 1}), Error);
    QVERIFY_EXCEPTION_THROWN(areaDifference(good, none), Error);
    QVERIFY_EXCEPTION_THROWN(removedCount(-0.1, 3), Error);
    QVERIFY_EXCEPTION_THROWN(evenFractions(0), Error);
}

VBS_TEST_MAIN(RemovalCurveTest)
#include "removal_curve_test.moc"
