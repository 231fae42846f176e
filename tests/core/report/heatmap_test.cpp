#include "core/report/heatmap.h"

#include "core/base/error.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace vbs;

namespace {

RegionSet twoBoxes()
{
    RegionSet set;
    set.imageWidth = 200;
    set.imageHeight = 100;
    set.regions = {{{0, 0, 200, 100}, "whole picture", 1, "", 0, true},
                   {{20, 20, 80, 80}, "left", 0.9f, ""},
                   {{60, 20, 120, 80}, "right", 0.8f, ""}};
    return set;
}

float at(const Heatmap& map, int x, int y)
{
    return map.values[std::size_t(y) * std::size_t(map.width) + std::size_t(x)];
}

} // namespace

class HeatmapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void colorsAreThePublishedOnes_data();
    void colorsAreThePublishedOnes();
    void colorsClamp();
    void viridisGrowsLighter();
    void takesTheGreatestWeightScaled();
    void scalesToOtherSizes();
    void edgesAreSoft();
    void leavesTheWholePictureOut();
    void oddWeightsCountAsNothing();
    void refusesWhatDoesNotFit();
    void blendsByWeight();
    void dimsWhatMattersLittle();
};

void HeatmapTest::colorsAreThePublishedOnes_data()
{
    QTest::addColumn<int>("map");
    QTest::addColumn<double>("value");
    QTest::addColumn<QList<int>>("expected");
    // matplotlib's tables: first, middle (128 of 255) and last colour.
    QTest::newRow("viridis first") << int(ColorMap::Viridis) << 0. << QList<int>{68, 1, 84};
    QTest::newRow("viridis middle") << int(ColorMap::Viridis) << 128. / 255 << QList<int>{33, 145, 140};
    QTest::newRow("viridis last") << int(ColorMap::Viridis) << 1. << QList<int>{253, 231, 37};
    QTest::newRow("magma first") << int(ColorMap::Magma) << 0. << QList<int>{0, 0, 4};
    QTest::newRow("magma last") << int(ColorMap::Magma) << 1. << QList<int>{252, 253, 191};
    QTest::newRow("cividis first") << int(ColorMap::Cividis) << 0. << QList<int>{0, 34, 78};
    QTest::newRow("cividis last") << int(ColorMap::Cividis) << 1. << QList<int>{254, 232, 56};
}

void HeatmapTest::colorsAreThePublishedOnes()
{
    QFETCH(int, map);
    QFETCH(double, value);
    QFETCH(QList<int>, expected);
    const Rgb color = colorOf(ColorMap(map), value);
    for (int c = 0; c < 3; ++c)
        QVERIFY2(std::abs(color[std::size_t(c)] - expected[c]) <= 1,
                 qPrintable(QString::number(color[std::size_t(c)])));
}

void HeatmapTest::colorsClamp()
{
    for (const ColorMap map : {ColorMap::Viridis, ColorMap::Magma, ColorMap::Cividis}) {
        QCOMPARE(colorOf(map, -3), colorOf(map, 0));
        QCOMPARE(colorOf(map, 7), colorOf(map, 1));
        QCOMPARE(colorOf(map, std::numeric_limits<double>::quiet_NaN()), colorOf(map, 0));
        QVERIFY(!nameOf(map).empty());
    }
}

void HeatmapTest::viridisGrowsLighter()
{
    double last = -1;
    for (int i = 0; i <= 20; ++i) {
        const Rgb c = colorOf(ColorMap::Viridis, i / 20.);
        const double luminance = 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
        QVERIFY(luminance > last);
        last = luminance;
    }
}

void HeatmapTest::takesTheGreatestWeightScaled()
{
    const std::vector<double> weights{0.5, 0.3, 0.15};
    const Heatmap map = renderHeatmap(twoBoxes(), weights, 200, 100);
    QCOMPARE(map.maximum, 0.3);
    QCOMPARE(at(map, 40, 50), 1.f);
    QCOMPARE(at(map, 100, 50), 0.5f);
    QCOMPARE(at(map, 70, 50), 1.f); // in both
    QCOMPARE(at(map, 150, 50), 0.f);
    QCOMPARE(at(map, 5, 5), 0.f);
}

void HeatmapTest::scalesToOtherSizes()
{
    const std::vector<double> weights{0, 1, 0};
    for (const auto& [width, height] : {std::pair(50, 25), std::pair(400, 200), std::pair(100, 400)}) {
        const Heatmap map = renderHeatmap(twoBoxes(), weights, width, height);
        QCOMPARE(map.values.size(), std::size_t(width * height));
        QCOMPARE(at(map, width / 4, height / 2), 1.f);
        QCOMPARE(at(map, width * 3 / 4, height / 2), 0.f);
    }
}

void HeatmapTest::edgesAreSoft()
{
    const std::vector<double> weights{0, 1, 0};
    const Heatmap map = renderHeatmap(twoBoxes(), weights, 2000, 1000);
    QVERIFY(std::abs(at(map, 199, 500) - 0.5f) < 0.05f); // half at the edge itself
    float last = 0;
    for (int x = 150; x < 250; ++x) {
        QVERIFY(at(map, x, 500) >= last);
        last = at(map, x, 500);
    }
    QCOMPARE(last, 1.f);
}

void HeatmapTest::leavesTheWholePictureOut()
{
    const std::vector<double> weights{1, 0, 0};
    const Heatmap map = renderHeatmap(twoBoxes(), weights, 20, 10);
    QCOMPARE(map.maximum, 0.);
    for (const float value : map.values)
        QCOMPARE(value, 0.f);
}

void HeatmapTest::oddWeightsCountAsNothing()
{
    const std::vector<double> weights{0, std::numeric_limits<double>::quiet_NaN(), -1};
    QCOMPARE(renderHeatmap(twoBoxes(), weights, 20, 10).maximum, 0.);
    const std::vector<double> infinite{0, std::numeric_limits<double>::infinity(), 0.5};
    QCOMPARE(renderHeatmap(twoBoxes(), infinite, 20, 10).maximum, 0.5);
}

void HeatmapTest::refusesWhatDoesNotFit()
{
    const std::vector<double> two{1, 2}, three{1, 2, 3};
    QVERIFY_EXCEPTION_THROWN(renderHeatmap(twoBoxes(), two, 20, 10), Error);
    QVERIFY_EXCEPTION_THROWN(renderHeatmap(twoBoxes(), three, 0, 10), Error);
    QVERIFY_EXCEPTION_THROWN(renderHeatmap(RegionSet{}, {}, 20, 10), Error);
}

void HeatmapTest::blendsByWeight()
{
    RgbImage picture(200, 100);
    std::fill(picture.pixels.begin(), picture.pixels.end(), std::uint8_t(100));
    const std::vector<double> weights{0, 0.3, 0.075};
    const Heatmap map = renderHeatmap(twoBoxes(), weights, 100, 50); // smaller than the picture
    const RgbImage blended = blendHeatmap(picture, map, {HeatStyle::Map, false, 0.8});
    QCOMPARE(blended.width, 200);
    auto red = [&](const RgbImage& image, int x, int y) { return int(image.row(y)[3 * x]); };
    QCOMPARE(red(blended, 180, 90), 100); // no region: untouched
    QVERIFY(std::abs(red(blended, 40, 50) - (0.2 * 100 + 0.8 * 253)) <= 1);
    const int quarter = red(blended, 105, 50); // a quarter of the greatest weight and of the opacity
    QVERIFY(std::abs(quarter - (0.8 * 100 + 0.2 * colorOf(ColorMap::Viridis, 0.25)[0])) <= 1);
    QVERIFY(blendHeatmap(picture, map, {HeatStyle::Map, false, 0}).pixels == picture.pixels);
    QVERIFY(blendHeatmap(picture, map, {HeatStyle::Frames}).pixels == picture.pixels);
    QVERIFY(blendHeatmap(RgbImage(), map, {}).empty());
}

void HeatmapTest::dimsWhatMattersLittle()
{
    RgbImage picture(200, 100);
    std::fill(picture.pixels.begin(), picture.pixels.end(), std::uint8_t(200));
    const std::vector<double> weights{0, 0.3, 0.075};
    const RgbImage dimmed = blendHeatmap(picture, renderHeatmap(twoBoxes(), weights, 200, 100), {});
    auto red = [&](int x, int y) { return int(dimmed.row(y)[3 * x]); };
    QCOMPARE(red(40, 50), 200); // the heaviest: as it is
    QVERIFY(std::abs(red(180, 90) - (0.35 * 200 + 0.65 * kDarkHalo[0])) <= 1);
    QVERIFY(std::abs(red(105, 50) - (0.675 * 200 + 0.325 * kDarkHalo[0])) <= 1); // the root of a quarter: half way
    const std::vector<double> none{0, 0, 0};
    QVERIFY(blendHeatmap(picture, renderHeatmap(twoBoxes(), none, 200, 100), {}).pixels == picture.pixels);
}

VBS_TEST_MAIN(HeatmapTest)
#include "heatmap_test.moc"
