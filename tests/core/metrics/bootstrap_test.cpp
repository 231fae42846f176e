#include "core/base/random.h"
#include "core/metrics/bootstrap.h"
#include "tests/core/metrics/figures.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace vbs;
using namespace vbs::test;

class BootstrapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsAsManyGroupsAsThereAre()
    {
        int drawings = 0;
        bootstrapIntervals(7, 1, {40, 3}, [&](std::span<const std::uint32_t> drawn, std::span<double> values) {
            QCOMPARE(std::accumulate(drawn.begin(), drawn.end(), 0u), 7u);
            values[0] = ++drawings;
        });
        QCOMPARE(drawings, 40);
    }

    /// Of the values 1 … 40, numpy's percentiles 2.5 and 97.5 are 1.975 and 39.025.
    void takesPercentiles()
    {
        double value = 41;
        const auto falling = [&](std::span<const std::uint32_t>, std::span<double> values) { values[0] = --value; };
        const auto intervals = bootstrapIntervals(2, 1, {40, 3}, falling);
        QVERIFY(std::abs(intervals[0]->low - 1.975) < 1e-12 && std::abs(intervals[0]->high - 39.025) < 1e-12);
        value = 41;
        const std::vector<double> centre{10};
        const auto moved = bootstrapIntervals(2, 1, {40, 3}, falling, centre);
        QVERIFY(std::abs(moved[0]->low - (1.975 - 10.5)) < 1e-12 && std::abs(moved[0]->high - (39.025 - 10.5)) < 1e-12);
    }

    void hasNothingToSayOfOneGroup()
    {
        const auto one = [](std::span<const std::uint32_t>, std::span<double> values) { values[0] = 1; };
        const auto none = [](std::span<const std::uint32_t>, std::span<double> values) {
            values[0] = std::numeric_limits<double>::quiet_NaN();
        };
        QVERIFY(bootstrapIntervals(2, 1, {10, 1}, one)[0]);
        QVERIFY(!bootstrapIntervals(1, 1, {10, 1}, one)[0]);
        QVERIFY(!bootstrapIntervals(0, 1, {10, 1}, one)[0]);
        QVERIFY(!bootstrapIntervals(2, 1, {0, 1}, one)[0]);
        QVERIFY(!bootstrapIntervals(2, 1, {10, 1}, none)[0]);
    }

    /// The mean of n independent values of deviation s lies within 1.96 s / sqrt(n) of the truth.
    void agreesWithTheNormalApproximation()
    {
        Rng rng(3);
        GroupedMeans means;
        for (int i = 0; i < 2000; ++i)
            means.add("", "share", std::to_string(i), rng.chance(.3));
        MetricReport report;
        means.fill(report, {2000, 1});
        const double half = 1.96 * std::sqrt(.3 * .7 / 2000), value = report.figures[0].value;
        QVERIFY(std::abs(report.figures[0].interval->low - (value - half)) < .2 * half);
        QVERIFY(std::abs(report.figures[0].interval->high - (value + half)) < .2 * half);
    }

    /// Four items on a picture that are all alike say no more than one of them.
    void itemsOnAPictureStayTogether()
    {
        Rng rng(4);
        GroupedMeans together, single;
        for (int picture = 0; picture < 500; ++picture) {
            const bool right = rng.chance(.5);
            for (int item = 0; item < 4; ++item)
                together.add("", "share", std::to_string(picture), right);
            single.add("", "share", std::to_string(picture), right);
        }
        MetricReport four, one;
        together.fill(four, {500, 9});
        single.fill(one, {500, 9});
        QCOMPARE(four.figures[0].count, std::size_t(2000));
        QVERIFY(four.figures[0].interval == one.figures[0].interval);
    }

    void theSameSeedGivesTheSame()
    {
        GroupedMeans means;
        for (int i = 0; i < 50; ++i) {
            means.add("", "all", std::to_string(i), std::sqrt(i));
            means.add("by type", i % 2 ? "odd" : "even", std::to_string(i), std::sqrt(i));
        }
        MetricReport one, again, other;
        means.fill(one, {100, 1});
        means.fill(again, {100, 1});
        means.fill(other, {100, 2});
        QVERIFY(one.figures[0].interval == again.figures[0].interval);
        QVERIFY(one.figures[0].interval != other.figures[0].interval);
        const std::vector<Figure>& slice = sliceOf(one, "by type");
        QCOMPARE(slice.size(), std::size_t(2));
        QCOMPARE(slice[0].name, std::string("even"));
        QCOMPARE(slice[0].count, std::size_t(25));
        QVERIFY(slice[0].interval && slice[0].interval == sliceOf(again, "by type")[0].interval);
    }

    void aRareTypeIsLeftOutOfDrawingsWithoutIt()
    {
        GroupedMeans means;
        for (int i = 0; i < 20; ++i)
            means.add("", "all", std::to_string(i), 0);
        means.add("by type", "rare", "7", 1);
        MetricReport report;
        means.fill(report, {200, 1});
        const Figure& rare = figureOf(sliceOf(report, "by type"), "rare");
        QVERIFY(rare.interval && rare.interval->low == 1 && rare.interval->high == 1);
    }
};

VBS_TEST_MAIN(BootstrapTest)
#include "bootstrap_test.moc"
