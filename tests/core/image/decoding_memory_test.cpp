#include "core/base/file_io.h"
#include "core/base/process_memory.h"
#include "core/image/image_io.h"
#include "tests/core/image/picture_bytes.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <tiffio.h>

using namespace vbs;
using namespace vbs::test;

namespace {

constexpr int kWidth = 4000, kHeight = 3000;

/// A file of one bit a pixel, which libtiff turns into colours.
Bytes bilevelTiff()
{
    const QTemporaryDir folder;
    const QByteArray path = folder.filePath("picture.tif").toUtf8();
    TIFF* const tiff = TIFFOpen(path.constData(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, kWidth);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, kHeight);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 16);
    Bytes row(kWidth / 8, 0xf0);
    for (int y = 0; y < kHeight; ++y)
        TIFFWriteScanline(tiff, row.data(), std::uint32_t(y));
    TIFFClose(tiff);
    const std::string text = readTextFile(path.constData(), 10 << 20);
    return {text.begin(), text.end()};
}

} // namespace

/// How much memory a large picture takes while it is decoded.
class DecodingMemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesFewCopies_data();
    void takesFewCopies();
};

void DecodingMemoryTest::takesFewCopies_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("orientation");
    QTest::addColumn<int>("bytesPerPixel"); ///< three are the picture
    QTest::newRow("png") << ".png" << 3 << 1 << 3;
    QTest::newRow("png with alpha") << ".png" << 4 << 1 << 3;
    QTest::newRow("jpg") << ".jpg" << 3 << 1 << 3;
    QTest::newRow("jpg turned by half") << ".jpg" << 3 << 3 << 3;
    QTest::newRow("jpg turned by a quarter") << ".jpg" << 3 << 6 << 6;
    QTest::newRow("bmp") << ".bmp" << 3 << 1 << 3;
    QTest::newRow("ppm") << ".ppm" << 3 << 1 << 3;
    QTest::newRow("tiff") << ".tiff" << 3 << 1 << 3;
    QTest::newRow("tiff with alpha") << ".tiff" << 4 << 1 << 4;
    QTest::newRow("tiff by libtiff's colours") << ".bits.tiff" << 1 << 1 << 4;
}

void DecodingMemoryTest::takesFewCopies()
{
    QFETCH(QString, suffix);
    QFETCH(int, channels);
    QFETCH(int, orientation);
    QFETCH(int, bytesPerPixel);
    const cv::Mat picture(kHeight, kWidth, CV_8UC(channels), cv::Scalar(10, 60, 120, 250));
    Bytes bytes = suffix == ".bits.tiff" ? bilevelTiff() : encoded(suffix.toStdString(), picture);
    if (orientation != 1)
        bytes = withExif(bytes, exifWith(orientation, true));
    forgetMemoryPeak();
    const auto before = processMemory().resident;
    const RgbImage image = decodeImage(bytes, "picture");
    const auto used = processMemory().peak - before;
    QCOMPARE(image.pixels.size(), std::size_t(kWidth) * kHeight * 3);
    constexpr std::uint64_t kRoom = 16 << 20; // rows, strips and tables of the decoders; a sanitizer's shadow
    QVERIFY2(used < std::uint64_t(kWidth) * kHeight * std::uint64_t(bytesPerPixel) + kRoom,
             qPrintable(QString::number(double(used) / kWidth / kHeight) + " bytes a pixel"));
}

VBS_TEST_MAIN(DecodingMemoryTest)
#include "decoding_memory_test.moc"
