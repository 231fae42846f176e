#include "core/report/heat_look.h"

#include "tests/support/test_main.h"

#include <QTest>

#include <limits>

using namespace vbs;

namespace {

RegionSet row(int count)
{
    RegionSet set{1000, 100, {{{0, 0, 1000, 100}, "whole picture", 1, "", 0, true}}};
    for (int i = 0; i < count; ++i)
        set.regions.push_back({{float(20 * i), 10, float(20 * i + 15), 30}, "thing", 0.9f, ""});
    return set;
}

RgbImage plain(std::uint8_t gray)
{
    RgbImage image(64, 48);
    std::fill(image.pixels.begin(), image.pixels.end(), gray);
    return image;
}

} // namespace

class HeatLookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStyleHasItsRow()
    {
        for (const HeatStyleInfo& info : heatStyles())
            QCOMPARE(heatStyleInfo(info.style).name, info.name);
    }

    void theScaleGoesToTheGreatestWeightOrToOne()
    {
        QCOMPARE(heatMaximum({}, 0.02), 0.02);
        QCOMPARE(heatMaximum({.fullScale = true}, 0.02), 1.0);
        QCOMPARE(heatMaximum({.fullScale = true}, 0), 0.0); // there is nothing to draw
    }

    void marksWhatMattersFromTheHeaviestOn()
    {
        const std::vector<double> weights{0.5, 0.1, 0.3, 0.05, std::numeric_limits<double>::quiet_NaN(), -0.4};
        const auto marks = heatMarks(row(5), weights, 0.6);
        QCOMPARE(marks.size(), std::size_t(2)); // neither the whole picture nor a sixth of the greatest
        QCOMPARE(marks[0].region, std::size_t(2));
        QCOMPARE(marks[0].weight, 0.3);
        QCOMPARE(marks[0].strength, 0.5);
        QCOMPARE(marks[1].region, std::size_t(1));
    }

    void marksNoMoreThanCanBeRead()
    {
        QCOMPARE(heatMarks(row(36), std::vector<double>(37, 0.02), 0.02).size(), kMostHeatMarks);
        QVERIFY(heatMarks(row(3), std::vector<double>(3, 0.2), 0.2).empty()); // a weight is missing
        QVERIFY(heatMarks(row(3), std::vector<double>(4, 0.), 0).empty());
    }

    void framesGrowThicker()
    {
        QVERIFY(heatFrameWidth(0) > 0 && heatFrameWidth(0.5) > heatFrameWidth(0.25));
        QCOMPARE(heatFrameWidth(7), heatFrameWidth(1));
    }

    void darkPicturesRecedeIntoLight()
    {
        QCOMPARE(veilFor(plain(220)), kDarkHalo);
        QVERIFY(veilFor(plain(15))[0] > 100);
        QCOMPARE(veilFor(RgbImage()), kDarkHalo);
    }

    void theHeaviestKeepsItsColors()
    {
        QCOMPARE(heatPaint(1, {}, kDarkHalo).opacity, 0.);
        QVERIFY(heatPaint(0, {}, kDarkHalo).opacity > 0.6);
        QVERIFY(heatPaint(0, {.opacity = 1}, kDarkHalo).opacity < 1); // a trace is left
        QCOMPARE(heatPaint(0, {.opacity = 0}, kDarkHalo).opacity, 0.);
        QCOMPARE(heatPaint(0.5, {HeatStyle::Frames}, kDarkHalo).opacity, 0.);
    }

    void sharesAddUpWhereTheyAreShares()
    {
        Explanation why;
        QVERIFY(!heatShares(why));
        why.request.method = ExplanationMethod::Rollout;
        why.regions = {0.1, 0.28};
        why.tokens = {0.5, 0.12};
        const auto shares = heatShares(why);
        QVERIFY(shares && std::abs(shares->regions - 0.38) < 1e-12 && std::abs(shares->words - 0.62) < 1e-12);
        why.request.method = ExplanationMethod::Occlusion;
        QVERIFY(!heatShares(why));
    }
};

VBS_TEST_MAIN(HeatLookTest)
#include "heat_look_test.moc"
