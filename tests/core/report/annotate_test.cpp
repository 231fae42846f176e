#include "core/report/annotate.h"

#include "core/base/error.h"
#include "core/image/image_io.h"
#include "core/report/region_painter.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <set>

using namespace vbs;

namespace {

RgbImage plainPicture(int width, int height)
{
    RgbImage image(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const bool ground = y > height * 2 / 3;
            const Rgb color = ground ? Rgb{150, 200, 120} : Rgb{200, 225, 245};
            std::copy(color.begin(), color.end(), image.row(y) + 3 * x);
        }
    return image;
}

void fill(RgbImage& image, const Box& box, const Rgb& color)
{
    for (int y = int(box.y1); y < int(box.y2); ++y)
        for (int x = int(box.x1); x < int(box.x2); ++x)
            std::copy(color.begin(), color.end(), image.row(y) + 3 * x);
}

struct Example {
    RgbImage picture = plainPicture(320, 240);
    InferenceResult result;
    std::vector<double> weights{0.05, 0.41, 0.12, 0.07, 0.03};
    std::string question = "What colour is the square to the left of the large blue box?";

    Example()
    {
        result.regions.imageWidth = 320;
        result.regions.imageHeight = 240;
        result.regions.regions = {{{0, 0, 320, 240}, "whole picture", 1, "", 0, true},
                                  {{30, 120, 90, 180}, "square", 0.99f, "red", 0.98f},
                                  {{150, 60, 260, 190}, "box", 0.97f, "blue", 0.99f},
                                  {{270, 20, 300, 50}, "circle", 0.93f, "yellow", 0.97f},
                                  {{40, 20, 110, 60}, "cloud", 0.88f, ""}};
        fill(picture, {30, 120, 90, 180}, {200, 40, 40});
        fill(picture, {150, 60, 260, 190}, {40, 80, 190});
        fill(picture, {270, 20, 300, 50}, {245, 215, 60});
        fill(picture, {40, 20, 110, 60}, {250, 250, 250});
        result.answers = {{"red", 0.912}, {"orange", 0.051}, {"brown", 0.0171}, {"dark red", 0.0071}, {"pink", 0.0003}};
    }

    RgbImage annotated(bool boxes, bool heatmap) const
    {
        AnnotationOptions options;
        options.boxes = boxes;
        if (heatmap)
            options.weights = weights;
        return annotatePicture(picture, result, question, options);
    }
};

std::set<Rgb> colorsIn(const RgbImage& image, int x1, int y1, int x2, int y2)
{
    std::set<Rgb> colors;
    for (int y = y1; y < y2; ++y)
        for (int x = x1; x < x2; ++x)
            colors.insert({image.row(y)[3 * x], image.row(y)[3 * x + 1], image.row(y)[3 * x + 2]});
    return colors;
}

} // namespace

class AnnotateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enlargesSmallPicturesAndAddsParts();
    void shrinksHugePictures();
    void showsTheHeatmapOverTheHeaviestRegion();
    void drawsALegendOnlyWithWeights();
    void barsAreAsLongAsProbabilities();
    void survivesOddInput_data();
    void survivesOddInput();
    void refusesWrongCounts();
    void labelsAreThoseOfTheWindow();
};

void AnnotateTest::enlargesSmallPicturesAndAddsParts()
{
    const Example example;
    const RgbImage image = example.annotated(true, true);
    QVERIFY(image.width > 960 && image.width < 1200);
    QVERIFY(image.height > 720 + 5 * 30 && image.height < 1200);
    if (const char* file = std::getenv("VBS_SAVE_ANNOTATED")) // to look at it
        writeImage(file, image);
}

void AnnotateTest::shrinksHugePictures()
{
    InferenceResult result;
    const RgbImage image = annotatePicture(plainPicture(4000, 1000), result, "", {});
    QVERIFY(image.width <= 1600 + 200);
}

void AnnotateTest::showsTheHeatmapOverTheHeaviestRegion()
{
    const Example example;
    const RgbImage without = example.annotated(false, false), with = example.annotated(false, true);
    const int margin = 28;
    auto at = [](const RgbImage& image, int x, int y) {
        const std::uint8_t* p = image.row(y) + 3 * x;
        return Rgb{p[0], p[1], p[2]};
    };
    const int x = margin + 3 * 60, y = margin + 3 * 150; // middle of the square
    QCOMPARE(at(without, x, y), (Rgb{200, 40, 40}));
    QCOMPARE(at(with, x, y), at(without, x, y));                    // what matters most keeps its colors
    const int emptyX = margin + 3 * 130, emptyY = margin + 3 * 220; // no region but the whole picture
    QVERIFY(at(with, emptyX, emptyY)[1] < at(without, emptyX, emptyY)[1] / 2);
    AnnotationOptions options;
    options.boxes = false;
    options.weights = example.weights;
    options.look = {HeatStyle::Map, false, 0.5};
    const RgbImage map = annotatePicture(example.picture, example.result, example.question, options);
    const Rgb yellow = colorOf(ColorMap::Viridis, 1); // the top of the map
    QVERIFY(std::abs(at(map, x, y)[1] - (0.5 * 40 + 0.5 * yellow[1])) < 2);
    QCOMPARE(at(map, emptyX, emptyY), at(without, emptyX, emptyY));
}

void AnnotateTest::drawsALegendOnlyWithWeights()
{
    const Example example;
    const RgbImage with = example.annotated(true, true), without = example.annotated(true, false);
    QVERIFY(with.width > without.width);
    QVERIFY(colorsIn(with, 28 + 960 + 22, 28, 28 + 960 + 50, 28 + 500).contains(kHeatLine));
    AnnotationOptions options;
    options.weights = example.weights;
    options.look.style = HeatStyle::Map;
    const RgbImage map = annotatePicture(example.picture, example.result, example.question, options);
    const auto legend = colorsIn(map, 28 + 960 + 22, 28, 28 + 960 + 44, 28 + 500);
    QVERIFY(legend.contains(colorOf(ColorMap::Viridis, 0.5)));
    QVERIFY(legend.contains(colorOf(ColorMap::Viridis, 0)));
    QVERIFY(!legend.contains(kHeatLine));
}

void AnnotateTest::barsAreAsLongAsProbabilities()
{
    Example example;
    example.result.answers = {{"yes", 1.0}, {"no", 0.5}};
    const RgbImage image = example.annotated(false, false);
    auto longestRun = [&](const Rgb& color) {
        int longest = 0;
        for (int y = 28 + 720; y < image.height; ++y) {
            int run = 0;
            for (int x = 0; x < image.width; ++x) {
                run = std::equal(color.begin(), color.end(), image.row(y) + 3 * x) ? run + 1 : 0;
                longest = std::max(longest, run);
            }
        }
        return longest;
    };
    const int full = longestRun({49, 104, 142}), half = longestRun({150, 178, 198});
    QVERIFY(full > 400);
    QVERIFY(std::abs(full - 2 * half) <= 2);
}

void AnnotateTest::survivesOddInput_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<QString>("question");
    QTest::newRow("one pixel") << 1 << 1 << "Why?";
    QTest::newRow("a column") << 2 << 1500 << "Why?";
    QTest::newRow("a long question") << 320 << 240 << QString("What is this and that and more? ").repeated(40);
    QTest::newRow("one long word") << 320 << 240 << QString("supercalifragilistic").repeated(40);
    QTest::newRow("other scripts") << 320 << 240
                                   << QString::fromUtf8("Welche Größe hat das Häuschen? 何色ですか 🙂");
    QTest::newRow("no question") << 320 << 240 << "";
}

void AnnotateTest::survivesOddInput()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(QString, question);
    Example example;
    const RgbImage picture = plainPicture(width, height);
    example.result.regions.imageWidth = width;
    example.result.regions.imageHeight = height;
    example.result.regions.regions[2].box = {-50, -50, 1e6f, 1e6f}; // beyond the picture
    AnnotationOptions options;
    options.weights = example.weights;
    const RgbImage image = annotatePicture(picture, example.result, question.toStdString(), options);
    QVERIFY(image.width > width && image.height > height);
    QCOMPARE(image.pixels.size(), std::size_t(image.width) * std::size_t(image.height) * 3);
}

void AnnotateTest::refusesWrongCounts()
{
    Example example;
    example.weights.pop_back();
    QVERIFY_EXCEPTION_THROWN(example.annotated(true, true), Error);
    QVERIFY_EXCEPTION_THROWN(annotatePicture(RgbImage(), example.result, "", {}), Error);
}

void AnnotateTest::labelsAreThoseOfTheWindow()
{
    const Example example;
    const auto framed = [&](const RgbImage& image) { // columns of the square's upper edge at three times its size
        return colorsIn(image, 28 + 3 * 50, 28 + 3 * 120 - 4, 28 + 3 * 70, 28 + 3 * 120 + 4);
    };
    const RgbImage plain = example.annotated(true, false);
    QVERIFY(framed(plain).contains(Rgb{255, 255, 255}) && !framed(plain).contains(kHeatLine));
    QVERIFY(framed(example.annotated(true, true)).contains(kHeatLine));
    QVERIFY(!framed(example.annotated(false, true)).contains(kHeatLine)); // dimming is enough
    AnnotationOptions options;
    options.boxes = false;
    options.weights = example.weights;
    options.look.style = HeatStyle::Frames;
    QVERIFY(framed(annotatePicture(example.picture, example.result, "", options)).contains(kHeatLine));
    QVERIFY(!framed(example.annotated(false, false)).contains(Rgb{255, 255, 255}));
}

VBS_TEST_MAIN(AnnotateTest)
#include "annotate_test.moc"
