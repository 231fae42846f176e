#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/process_memory.h"
#include "core/detector/ops/resized_picture.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace vbs;

class ResizedPictureTest : public QObject {
    Q_OBJECT

    static RgbImage speckled(int width, int height)
    {
        RgbImage image(width, height);
        std::uint32_t state = 1;
        for (std::uint8_t& pixel : image.pixels)
            pixel = std::uint8_t((state = state * 1664525u + 1013904223u) >> 24);
        return image;
    }

private Q_SLOTS:
    void equalsThePictureResizedAsAWhole_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("newWidth");
        QTest::addColumn<int>("newHeight");
        QTest::newRow("the same") << 40 << 30 << 40 << 30;
        QTest::newRow("larger") << 40 << 30 << 71 << 53;
        QTest::newRow("a little smaller") << 200 << 133 << 150 << 99;
        QTest::newRow("much smaller") << 1203 << 2999 << 61 << 149;
        QTest::newRow("one row") << 300 << 700 << 20 << 1;
        QTest::newRow("from one row") << 300 << 1 << 20 << 4;
        QTest::newRow("wider and lower") << 100 << 900 << 130 << 64;
        QTest::newRow("to three sevenths") << 701 << 1183 << 300 << 507;
        QTest::newRow("a pixel less") << 511 << 769 << 510 << 768;
        QTest::newRow("in strips") << 4001 << 4003 << 911 << 917;
        QTest::newRow("in strips that are long") << 20011 << 701 << 3333 << 171;
        QTest::newRow("in strips that share rows") << 4007 << 2011 << 1009 << 1000;
    }
    /// Every bit, and no number that was never written.
    void equalsThePictureResizedAsAWhole()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, newWidth);
        QFETCH(int, newHeight);
        RgbImage image = speckled(width, height);
        const at::Tensor mean = torch::tensor({.485f, .456f, .406f}), deviation = torch::tensor({.229f, .224f, .225f});
        const at::Tensor bytes = torch::from_blob(image.pixels.data(), {1, height, width, 3}, torch::kUInt8);
        at::Tensor wanted = ((bytes.to(torch::kFloat) / 255 - mean) / deviation).permute({0, 3, 1, 2});
        if (newWidth != width || newHeight != height)
            wanted = torch::upsample_bilinear2d(wanted, {newHeight, newWidth}, false);
        const at::Tensor found = resizedPicture(image, newHeight, newWidth,
                                                [&](at::Tensor& rows) { rows.div_(255).sub_(mean).div_(deviation); });
        QVERIFY(found.sizes() == wanted.sizes() && found.equal(wanted));
    }

    void aLargePictureIsNotMadeWhole_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("newWidth");
        QTest::addColumn<int>("newHeight");
        QTest::newRow("of which few rows count") << 3000 << 12000 << 6 << 25;
        QTest::newRow("of which many rows count") << 6000 << 6000 << 900 << 900;
    }
    /// 36 million pixels are 432 MB of floats.
    void aLargePictureIsNotMadeWhole()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, newWidth);
        QFETCH(int, newHeight);
        const RgbImage image = speckled(width, height);
        forgetMemoryPeak();
        const auto before = processMemory().resident;
        resizedPicture(image, newHeight, newWidth, [](at::Tensor& rows) { rows.div_(255); });
        const auto peak = processMemory().peak;
        QVERIFY2(peak < before + (96u << 20), qPrintable(QString::number((peak - before) >> 20) + " MB"));
    }
};

VBS_TEST_MAIN(ResizedPictureTest)
#include "resized_picture_test.moc"
