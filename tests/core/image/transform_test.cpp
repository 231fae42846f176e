#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/image/evaluation_crop.h"
#include "core/image/image_io.h"
#include "core/image/transform.h"
#include "tests/support/reference_data.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QtTest>

using namespace vbs;

namespace {

std::string hashOf(const RgbImage& image)
{
    return sha256(std::as_bytes(std::span(image.pixels)));
}

RgbImage pattern(int width, int height)
{
    RgbImage image(width, height);
    std::uint32_t state = 12345;
    for (std::uint8_t& value : image.pixels) {
        state = state * 1664525u + 1013904223u;
        value = static_cast<std::uint8_t>(state >> 24);
    }
    return image;
}

} // namespace

/// Against what PIL 9.4 and torchvision 0.14.1 computed: tests/data/vision/README.md.
class TransformTest : public QObject {
    Q_OBJECT

    static void compareSums(const RgbImage& image, const Json& expected, const std::string& prefix)
    {
        std::int64_t sum = 0, squares = 0;
        for (const std::uint8_t value : image.pixels) {
            sum += value;
            squares += std::int64_t(value) * value;
        }
        QCOMPARE(image.height, expected.at(prefix + "_hw")[0].get<int>());
        QCOMPARE(image.width, expected.at(prefix + "_hw")[1].get<int>());
        QCOMPARE(sum, expected.at(prefix + "_sum").get<std::int64_t>());
        QCOMPARE(squares, expected.at(prefix + "_squares").get<std::int64_t>());
    }

private Q_SLOTS:
    void resizingIsPilsByteForByte_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"syn_a.png", "syn_b.png", "gray.jpg", "exif6.jpg"})
            QTest::newRow(name) << QString(name);
    }
    void resizingIsPilsByteForByte()
    {
        QFETCH(QString, name);
        const std::filesystem::path folder = vbs::test::dataFile("vision");
        const Json expected = readJsonFile(folder / "preprocessing.json").at(name.toStdString());
        const RgbImage image = readImage(folder / "images" / name.toStdString(), Orientation::AsStored);
        compareSums(image, expected, "decoded");
        const EvaluationCrop crop({image.width, image.height}, 256, 224);
        const ImageSize size = crop.resized();
        const RgbImage resized = resizeAntialiased(image, size.width, size.height);
        compareSums(resized, expected, "resized");
        QCOMPARE(hashOf(crop.pixelsOf(image)), expected.at("crop_sha256").get<std::string>());
    }

    void photographsToo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("crop");
        QTest::newRow("132417") << "COCO_train2014_000000132417.jpg" << 384
                                << "885497fd57a1bf5694cfdd31a2ea18c89c91605e837bdee7e892e9ccc4702740";
        QTest::newRow("306661") << "COCO_train2014_000000306661.jpg" << 383
                                << "2478894824a5b3943dd373652f8ed0311480bd9edf3fd53b60d5f7d18550c7fd";
    }
    void photographsToo()
    {
        QFETCH(QString, name);
        QFETCH(int, width);
        QFETCH(QString, crop);
        if (test::referenceFolder().empty())
            QSKIP("VBS_REFERENCE_DIR names no folder of reference data.");
        const RgbImage image = readImage(test::referenceFolder() / "vision/images" / name.toStdString());
        const EvaluationCrop evaluation({image.width, image.height}, 256, 224);
        QCOMPARE(evaluation.resized().width, width);
        QCOMPARE(hashOf(evaluation.pixelsOf(image)), crop.toStdString());
    }

    void orientationIsAppliedOrLeft()
    {
        const std::filesystem::path file = vbs::test::dataFile("vision/images/exif6.jpg");
        const RgbImage stored = readImage(file, Orientation::AsStored), meant = readImage(file);
        QCOMPARE(stored.width, 120);
        QCOMPARE(meant.width, 80);
        // Orientation 6: a quarter turn clockwise.
        for (int y = 0; y < meant.height; ++y)
            for (int x = 0; x < meant.width; ++x)
                QVERIFY(std::equal(meant.row(y) + 3 * x, meant.row(y) + 3 * x + 3,
                                   stored.row(stored.height - 1 - x) + 3 * y));
    }

    void windowsAreCutFromTheWhole_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("smaller") << 40 << 23;
        QTest::newRow("larger") << 170 << 133;
        QTest::newRow("same width") << 97 << 30;
        QTest::newRow("same height") << 31 << 61;
        QTest::newRow("same") << 97 << 61;
        QTest::newRow("one pixel") << 1 << 1;
    }
    void windowsAreCutFromTheWhole()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        const RgbImage image = pattern(97, 61);
        const RgbImage whole = resizeAntialiased(image, width, height);
        QCOMPARE(whole.width, width);
        for (const PixelWindow window : {PixelWindow{0, 0, width, height},
                                         {width / 3, height / 4, width / 2 + 1, 1},
                                         {width - 1, 0, 1, height},
                                         {0, height / 2, width, height - height / 2}}) {
            if (window.x + window.width > width)
                continue;
            const RgbImage part = resizeAntialiased(image, width, height, window);
            for (int y = 0; y < window.height; ++y)
                QVERIFY(
                    std::equal(part.row(y), part.row(y) + 3 * window.width, whole.row(window.y + y) + 3 * window.x));
        }
    }

    void cropsHalveToEvenAndPadWithBlack()
    {
        // 383 - 224 = 159: 79.5 becomes 80; 225 - 224 = 1: 0.5 becomes 0.
        QCOMPARE(EvaluationCrop({640, 427}, 256, 224).window().x, 80);
        QCOMPARE(EvaluationCrop({225, 225}, 225, 224).window().x, 0);
        QCOMPARE(EvaluationCrop({227, 227}, 227, 224).window().x, 2);
        const RgbImage image = pattern(100, 100);
        const EvaluationCrop larger({100, 100}, 99, 104);
        QVERIFY((larger.window() == PixelWindow{-2, -2, 104, 104})); // five missing: two before, three after
        const RgbImage padded = larger.pixelsOf(image), inner = resizeAntialiased(image, 99, 99);
        QVERIFY(std::all_of(padded.row(1), padded.row(2), [](int value) { return value == 0; }));
        QVERIFY(std::all_of(padded.row(101), padded.row(102), [](int value) { return value == 0; }));
        QVERIFY(std::equal(inner.row(98), inner.row(98) + 3 * 99, padded.row(100) + 3 * 2));
    }

    void extremeShapesAreCheap()
    {
        // Resized as a whole, this strip would have 256 x 5 120 000 pixels.
        const RgbImage strip = pattern(20000, 1);
        const EvaluationCrop crop({20000, 1}, 256, 224);
        QCOMPARE(crop.resized().width, 5120000);
        QCOMPARE(crop.pixelsOf(strip).width, 224);
        QVERIFY_EXCEPTION_THROWN(EvaluationCrop({400000000, 1}, 256, 224), Error);
    }

    void boxesReturnToTheOriginal()
    {
        const EvaluationCrop crop({500, 333}, 256, 224); // 384 x 256, from 80, 16
        const Box whole = crop.toOriginal({0, 0, 224, 224});
        QVERIFY(std::abs(whole.x1 - 80 * 500. / 384) < 1e-3);
        QVERIFY(std::abs(whole.y1 - 16 * 333. / 256) < 1e-3);
        QVERIFY(std::abs(whole.x2 - 304 * 500. / 384) < 1e-3);
        QVERIFY(std::abs(whole.y2 - 240 * 333. / 256) < 1e-3);
        QCOMPARE(EvaluationCrop({100, 100}, 99, 104).toOriginal({0, 0, 104, 104}), (Box{0, 0, 100, 100}));
    }

    void badSizesAreRefused()
    {
        const RgbImage image = pattern(10, 10);
        QVERIFY_EXCEPTION_THROWN(resizeAntialiased(RgbImage(), 5, 5), Error);
        QVERIFY_EXCEPTION_THROWN(resizeAntialiased(image, 0, 5), Error);
        QVERIFY_EXCEPTION_THROWN(resizeAntialiased(image, 5, 5, {0, 0, 6, 5}), Error);
        QVERIFY_EXCEPTION_THROWN(resizeAntialiased(image, 5, 5, {-1, 0, 3, 3}), Error);
        QVERIFY_EXCEPTION_THROWN(resizeAntialiased(image, 5, 5, {2, 2, 0, 1}), Error);
        QVERIFY_EXCEPTION_THROWN(EvaluationCrop({10, 0}, 5, 5), Error);
        QVERIFY_EXCEPTION_THROWN(EvaluationCrop({10, 10}, 20, 8).pixelsOf(pattern(9, 10)), Error);
    }
};

VBS_TEST_MAIN(TransformTest)
#include "transform_test.moc"
