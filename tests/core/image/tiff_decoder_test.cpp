#include "core/image/picture_decoders.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/image_io.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstring>
#include <limits>
#include <tiffio.h>
#include <vector>

using namespace vbs;

namespace {

constexpr int kWidth = 37, kHeight = 21; // no multiple of a tile or strip

/// How a test writes a picture whose samples are `values` left of the middle and `right` from there on.
struct Written {
    std::vector<double> values, right; ///< one a sample, as the file holds them
    int bits = 8, kind = SAMPLEFORMAT_UINT, photometric = PHOTOMETRIC_RGB, planes = PLANARCONFIG_CONTIG;
    std::vector<std::uint16_t> extra{};
    bool isTiled = false, bigEndian = false;
    int orientation = 1, compression = COMPRESSION_NONE;
};

void append(std::vector<std::uint8_t>& to, double value, const Written& how)
{
    const auto put = [&](const auto number) {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(&number);
        to.insert(to.end(), bytes, bytes + sizeof number);
    };
    if (how.kind == SAMPLEFORMAT_IEEEFP)
        how.bits == 64 ? put(value) : put(float(value));
    else if (how.bits == 8)
        put(std::uint8_t(value));
    else if (how.bits == 16)
        put(std::uint16_t(int(value)));
    else
        put(std::uint32_t(value));
}

} // namespace

Q_DECLARE_METATYPE(Written)

class TiffDecoderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheFileMeans_data();
    void readsWhatTheFileMeans();
    void turnsAsTheFileSays_data();
    void turnsAsTheFileSays();
    void refusesMeasurements_data();
    void refusesMeasurements();
    void readsRareKindsAsLibtiffDoes();

private:
    std::vector<std::uint8_t> write(const Written& how)
    {
        const QByteArray path = (m_folder.path() + "/picture.tif").toUtf8();
        TIFF* const tiff = TIFFOpen(path.constData(), how.bigEndian ? "wb" : "wl");
        TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, kWidth);
        TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, kHeight);
        TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, how.bits);
        TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, int(how.values.size()));
        TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, how.kind);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, how.photometric);
        TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, how.planes);
        TIFFSetField(tiff, TIFFTAG_ORIENTATION, how.orientation);
        TIFFSetField(tiff, TIFFTAG_COMPRESSION, how.compression);
        if (!how.extra.empty())
            TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, int(how.extra.size()), how.extra.data());
        const bool isSeparate = how.planes == PLANARCONFIG_SEPARATE;
        const int size = 16; // of tiles; strips have as many rows
        if (how.isTiled) {
            TIFFSetField(tiff, TIFFTAG_TILEWIDTH, size);
            TIFFSetField(tiff, TIFFTAG_TILELENGTH, size);
        } else {
            TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, size);
        }
        for (int plane = 0; plane < (isSeparate ? int(how.values.size()) : 1); ++plane)
            for (int top = 0; top < kHeight; top += size)
                for (int left = 0; left < kWidth; left += how.isTiled ? size : kWidth) {
                    std::vector<std::uint8_t> block;
                    const int rows = how.isTiled ? size : std::min(size, kHeight - top);
                    for (int y = 0; y < rows; ++y)
                        for (int x = 0; x < (how.isTiled ? size : kWidth); ++x) {
                            const auto& pixel = left + x < kWidth / 2 ? how.values : how.right;
                            for (std::size_t s = 0; s < pixel.size(); ++s)
                                if (!isSeparate || int(s) == plane)
                                    append(block, pixel[s], how);
                        }
                    const auto sample = std::uint16_t(plane);
                    if (how.isTiled)
                        TIFFWriteEncodedTile(tiff, TIFFComputeTile(tiff, left, top, 0, sample), block.data(),
                                             tmsize_t(block.size()));
                    else
                        TIFFWriteEncodedStrip(tiff, TIFFComputeStrip(tiff, top, sample), block.data(),
                                              tmsize_t(block.size()));
                }
        TIFFClose(tiff);
        const std::string text = readTextFile(path.constData(), 1 << 20);
        return {text.begin(), text.end()};
    }

    QTemporaryDir m_folder;
};

void TiffDecoderTest::readsWhatTheFileMeans_data()
{
    QTest::addColumn<Written>("how");
    QTest::addColumn<QList<int>>("left");
    QTest::addColumn<QList<int>>("right");
    const QList<int> red{200, 30, 60}, blue{10, 20, 240};
    const auto row = [](const char* name, const Written& how, const QList<int>& left, const QList<int>& right) {
        QTest::newRow(name) << how << left << right;
    };
    const auto times = [](std::vector<double> values, double factor) {
        for (double& value : values)
            value *= factor;
        return values;
    };
    const std::vector<double> r{200, 30, 60}, b{10, 20, 240}, r16 = times(r, 257), b16 = times(b, 257);
    for (const bool isTiled : {false, true})
        for (const int planes : {PLANARCONFIG_CONTIG, PLANARCONFIG_SEPARATE})
            for (const bool bigEndian : {false, true})
                for (const int compression : {COMPRESSION_NONE, COMPRESSION_LZW}) {
                    Written eight{r, b}, sixteen{r16, b16, 16};
                    for (Written* how : {&eight, &sixteen}) {
                        how->planes = planes;
                        how->isTiled = isTiled;
                        how->bigEndian = bigEndian;
                        how->compression = compression;
                        const QByteArray name = QByteArray::number(how->bits) + (isTiled ? " tiles" : " strips") +
                                                (planes == PLANARCONFIG_SEPARATE ? " separate" : " together") +
                                                (bigEndian ? " MM" : " II") +
                                                (compression == COMPRESSION_LZW ? " LZW" : "");
                        row(name, *how, red, blue);
                    }
                }
    for (const int bits : {8, 16}) {
        const double f = bits == 8 ? 1 : 257;
        const auto named = [&](const char* what) { return QByteArray::number(bits) + " bits, " + what; };
        const auto with = [&](std::vector<double> values, double last) {
            values.push_back(last);
            return times(values, f);
        };
        row(named("infrared"), {with(r, 0), with(b, 255), bits, 1, 2, 1, {EXTRASAMPLE_UNSPECIFIED}}, red, blue);
        row(named("fourth without a tag"), {with(r, 0), with(b, 9), bits}, {255, 255, 255}, {246, 247, 254});
        row(named("infrared and another"),
            {times({200, 30, 60, 0, 5}, f), times({10, 20, 240, 7, 0}, f), bits, 1, 2, 1, {0, 0}}, red, blue);
        row(named("alpha"), {with(r, 51), with(b, 0), bits, 1, 2, 1, {EXTRASAMPLE_UNASSALPHA}}, {244, 210, 216},
            {255, 255, 255});
        row(named("infrared, then alpha"),
            {times({200, 30, 60, 9, 255}, f), times({10, 20, 240, 9, 0}, f), bits, 1, 2, 1, {0, 2}}, red,
            {255, 255, 255});
        row(named("premultiplied alpha"),
            {times({40, 6, 12, 51}, f), times({0, 0, 0, 0}, f), bits, 1, 2, 1, {EXTRASAMPLE_ASSOCALPHA}},
            {244, 210, 216}, {255, 255, 255});
        row(named("grey"), {times({90}, f), times({250}, f), bits, 1, PHOTOMETRIC_MINISBLACK}, {90, 90, 90},
            {250, 250, 250});
        row(named("grey, white is zero"), {times({90}, f), times({250}, f), bits, 1, PHOTOMETRIC_MINISWHITE},
            {165, 165, 165}, {5, 5, 5});
        row(named("grey with alpha"),
            {times({90, 255}, f), times({250, 0}, f), bits, 1, PHOTOMETRIC_MINISBLACK, 1, {EXTRASAMPLE_UNASSALPHA}},
            {90, 90, 90}, {255, 255, 255});
    }
    const int real = SAMPLEFORMAT_IEEEFP;
    row("float", {{1, 0.2, 0}, {0, 0.4, 1}, 32, real}, {255, 51, 0}, {0, 102, 255});
    row("float, planes", {{1, 0.2, 0}, {0, 0.4, 1}, 32, real, 2, PLANARCONFIG_SEPARATE}, {255, 51, 0}, {0, 102, 255});
    row("float, grey", {{0.4}, {0.8}, 32, real, PHOTOMETRIC_MINISBLACK}, {102, 102, 102}, {204, 204, 204});
}

void TiffDecoderTest::readsWhatTheFileMeans()
{
    QFETCH(Written, how);
    QFETCH(QList<int>, left);
    QFETCH(QList<int>, right);
    const RgbImage image = decodeImage(write(how), "picture.tif");
    QCOMPARE(image.width, kWidth);
    QCOMPARE(image.height, kHeight);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            for (int c = 0; c < 3; ++c)
                QCOMPARE(int(image.row(y)[3 * x + c]), (x < kWidth / 2 ? left : right)[c]);
}

void TiffDecoderTest::turnsAsTheFileSays_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<bool>("isTurned");
    QTest::addColumn<bool>("blueFirst"); // at the top left corner
    QTest::newRow("1") << 1 << false << false;
    QTest::newRow("2") << 2 << false << true;
    QTest::newRow("3") << 3 << false << true;
    QTest::newRow("4") << 4 << false << false;
    QTest::newRow("5") << 5 << true << false;
    QTest::newRow("6") << 6 << true << false;
    QTest::newRow("7") << 7 << true << true;
    QTest::newRow("8") << 8 << true << true;
}

void TiffDecoderTest::turnsAsTheFileSays()
{
    QFETCH(int, orientation);
    QFETCH(bool, isTurned);
    QFETCH(bool, blueFirst);
    Written how{{200, 30, 60}, {10, 20, 240}};
    how.orientation = orientation;
    const auto bytes = write(how);
    const RgbImage meant = decodeImage(bytes, "picture.tif");
    QCOMPARE(meant.width, isTurned ? kHeight : kWidth);
    QCOMPARE(int(meant.row(0)[2]), blueFirst ? 240 : 60);
    const RgbImage stored = decodeImage(bytes, "picture.tif", Orientation::AsStored);
    QCOMPARE(stored.width, kWidth);
    QCOMPARE(int(stored.row(0)[2]), 60);
}

void TiffDecoderTest::refusesMeasurements_data()
{
    QTest::addColumn<Written>("how");
    QTest::addColumn<QString>("reason");
    const int real = SAMPLEFORMAT_IEEEFP, grey = PHOTOMETRIC_MINISBLACK;
    QTest::newRow("bytes as floats") << Written{{200, 30, 60}, {0, 0, 0}, 32, real} << "beyond 0 to 1";
    QTest::newRow("metres") << Written{{-3.5}, {812.25}, 32, real, grey} << "beyond 0 to 1";
    QTest::newRow("no number") << Written{{std::numeric_limits<double>::quiet_NaN()}, {0}, 32, real, grey}
                               << "beyond 0 to 1";
    QTest::newRow("double") << Written{{0.5}, {0.5}, 64, real, grey} << "of 64 bits";
    QTest::newRow("signed") << Written{{1000}, {2000}, 16, SAMPLEFORMAT_INT, grey} << "signed numbers";
    QTest::newRow("32 bits") << Written{{1000}, {2000}, 32, SAMPLEFORMAT_UINT, grey} << "of 32 bits";
}

void TiffDecoderTest::refusesMeasurements()
{
    QFETCH(Written, how);
    QFETCH(QString, reason);
    try {
        decodeImage(write(how), "heights.tif");
        QFAIL("not refused");
    } catch (const Error& e) {
        QCOMPARE(e.code(), ErrorCode::UnsupportedFormat);
        QVERIFY2(QString(e.what()).startsWith("heights.tif is a TIFF file of ") && QString(e.what()).contains(reason),
                 e.what());
    }
}

void TiffDecoderTest::readsRareKindsAsLibtiffDoes()
{
    // CMYK: all of the ink's black, then none of any.
    const RgbImage image = decodeImage(write({{0, 0, 0, 255}, {0, 0, 0, 0}, 8, 1, PHOTOMETRIC_SEPARATED}), "x.tif");
    QCOMPARE(int(image.row(0)[0]), 0);
    QCOMPARE(int(image.row(0)[3 * (kWidth - 1)]), 255);
}

VBS_TEST_MAIN(TiffDecoderTest)
#include "tiff_decoder_test.moc"
