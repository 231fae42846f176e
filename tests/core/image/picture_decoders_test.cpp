#include "core/image/picture_decoders.h"

#include "core/base/error.h"
#include "core/image/image_io.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QFile>
#include <QTemporaryFile>
#include <QTest>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include <filesystem>
#include <png.h>
#include <string>
#include <unistd.h>
#include <vector>
#include <zlib.h>

using namespace vbs;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes encoded(const char* suffix, const cv::Mat& picture, const std::vector<int>& parameters = {})
{
    Bytes bytes;
    cv::imencode(suffix, picture, bytes, parameters);
    return bytes;
}

cv::Mat noise(int width = 64, int height = 48)
{
    cv::Mat picture(height, width, CV_8UC3);
    cv::theRNG().state = 11;
    cv::randu(picture, 0, 255);
    return picture;
}

void appendBig32(Bytes& bytes, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(std::uint8_t(value >> shift));
}

/// A chunk behind IHDR; with a wrong checksum if so wished.
Bytes withChunk(Bytes png, const std::string& name, const std::string& contents, bool isWrong = false)
{
    Bytes chunk;
    appendBig32(chunk, std::uint32_t(contents.size()));
    chunk.insert(chunk.end(), name.begin(), name.end());
    chunk.insert(chunk.end(), contents.begin(), contents.end());
    appendBig32(chunk, std::uint32_t(::crc32_z(0, chunk.data() + 4, chunk.size() - 4)) + (isWrong ? 1 : 0));
    png.insert(png.begin() + 8 + 25, chunk.begin(), chunk.end());
    return png;
}

/// A grey PNG of one row, in which the grey `hidden` is transparent; rows are packed as the format wants.
Bytes greyPng(int depth, const Bytes& row, int width, int hidden, int interlace = PNG_INTERLACE_NONE)
{
    Bytes bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(
        png, &bytes,
        [](png_structp to, png_bytep from, std::size_t count) {
            auto& all = *static_cast<Bytes*>(png_get_io_ptr(to));
            all.insert(all.end(), from, from + count);
        },
        nullptr);
    png_set_IHDR(png, info, png_uint_32(width), 1, depth, PNG_COLOR_TYPE_GRAY, interlace, 0, 0);
    png_color_16 transparent{};
    transparent.gray = png_uint_16(hidden);
    png_set_tRNS(png, info, nullptr, 0, &transparent);
    png_write_info(png, info);
    png_bytep rows[] = {const_cast<png_bytep>(row.data())};
    png_write_image(png, rows);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

std::vector<int> firstChannel(const RgbImage& image)
{
    std::vector<int> values;
    for (int x = 0; x < image.width; ++x)
        values.push_back(image.row(0)[3 * x]);
    return values;
}

bool sameAs(const RgbImage& image, const cv::Mat& bgr)
{
    if (image.width != bgr.cols || image.height != bgr.rows)
        return false;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < 3; ++c)
                if (image.row(y)[3 * x + c] != bgr.at<cv::Vec3b>(y, x)[2 - c])
                    return false;
    return true;
}

std::string errorOf(const Bytes& bytes)
{
    try {
        decodeImage(bytes, "x");
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

} // namespace

class PictureDecodersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTransparentGreyIsWhite();
    void damagedNotesDoNotSpoilAPng();
    void aPngWithoutItsLastChunkIsWhole();
    void saysWhatIsWrongWithAPng();
    void jpegsEqualOpenCv_data();
    void jpegsEqualOpenCv();
    void aJpegMayGoOnBehindItsPicture();
    void aProgressiveJpegNeedsItsEnd();
    void showsTheFirstFrameOfAnAnimation();
    void librariesKeepQuiet_data();
    void librariesKeepQuiet();
};

void PictureDecodersTest::aTransparentGreyIsWhite()
{
    QCOMPARE(firstChannel(decodeImage(greyPng(8, {2, 3, 2, 90}, 4, 2), "x")), (std::vector<int>{255, 3, 255, 90}));
    QCOMPARE(firstChannel(decodeImage(greyPng(8, {2, 3, 2, 90}, 4, 2, PNG_INTERLACE_ADAM7), "x")),
             (std::vector<int>{255, 3, 255, 90}));
    // The sixteen bits decide: 0x0203 is not 0x0202.
    QCOMPARE(firstChannel(decodeImage(greyPng(16, {2, 2, 2, 3, 90, 90}, 3, 0x0202), "x")),
             (std::vector<int>{255, 2, 90}));
    QCOMPARE(firstChannel(decodeImage(greyPng(1, {0b01010000}, 4, 0), "x")), (std::vector<int>{255, 255, 255, 255}));
    QCOMPARE(firstChannel(decodeImage(greyPng(1, {0b01010000}, 4, 1), "x")), (std::vector<int>{0, 255, 0, 255}));
    QCOMPARE(firstChannel(decodeImage(greyPng(4, {0x3f, 0x30}, 3, 3), "x")), (std::vector<int>{255, 255, 255}));
    QCOMPARE(firstChannel(decodeImage(greyPng(2, {0b01100000}, 3, 1), "x")), (std::vector<int>{255, 170, 0}));
}

void PictureDecodersTest::damagedNotesDoNotSpoilAPng()
{
    const cv::Mat picture = noise();
    const Bytes png = encoded(".png", picture);
    for (const char* name : {"tEXt", "iCCP", "zTXt", "tIME", "eXIf", "prVt"}) {
        QVERIFY2(sameAs(decodeImage(withChunk(png, name, "damaged", true), "x"), picture), name);
        QVERIFY2(sameAs(decodeImage(withChunk(png, name, "nonsense"), "x"), picture), name);
    }
    // A frame of an animation that was cut off lies behind the picture.
    Bytes animated = png;
    animated.resize(animated.size() - 12);
    for (const char c : {'\0', '\0', '\1', '\0', 'f', 'd', 'A', 'T', 'x'})
        animated.push_back(std::uint8_t(c));
    QVERIFY(sameAs(decodeImage(animated, "x"), picture));
}

void PictureDecodersTest::aPngWithoutItsLastChunkIsWhole()
{
    const cv::Mat picture = noise();
    Bytes png = encoded(".png", picture);
    png.resize(png.size() - 12);
    QVERIFY(sameAs(decodeImage(png, "x"), picture));
}

void PictureDecodersTest::saysWhatIsWrongWithAPng()
{
    Bytes png = encoded(".png", noise());
    Bytes flipped = png;
    flipped[flipped.size() / 2] ^= 1;
    QCOMPARE(errorOf(flipped), std::string("x is damaged: the checksum of its PNG data is wrong; copy or download it "
                                           "again."));
    png.resize(png.size() / 2);
    QCOMPARE(errorOf(png), std::string("x is cut off: the end of the PNG picture is missing; copy or download it "
                                       "again."));
}

void PictureDecodersTest::jpegsEqualOpenCv_data()
{
    QTest::addColumn<QList<int>>("parameters");
    QTest::addColumn<bool>("grey");
    QTest::newRow("baseline") << QList<int>{cv::IMWRITE_JPEG_QUALITY, 90} << false;
    QTest::newRow("progressive") << QList<int>{cv::IMWRITE_JPEG_PROGRESSIVE, 1} << false;
    QTest::newRow("restart markers") << QList<int>{cv::IMWRITE_JPEG_RST_INTERVAL, 2} << false;
    QTest::newRow("grey") << QList<int>{} << true;
}

void PictureDecodersTest::jpegsEqualOpenCv()
{
    QFETCH(QList<int>, parameters);
    QFETCH(bool, grey);
    cv::Mat picture = noise(301, 203);
    if (grey)
        cv::extractChannel(picture.clone(), picture, 1);
    const Bytes jpeg = encoded(".jpg", picture, {parameters.begin(), parameters.end()});
    QVERIFY(sameAs(decodeImage(jpeg, "x"), cv::imdecode(jpeg, cv::IMREAD_COLOR)));
    QVERIFY(sameAs(decodeJpeg(jpeg, "x", 4, {}), cv::imdecode(jpeg, cv::IMREAD_REDUCED_COLOR_4)));
}

void PictureDecodersTest::aJpegMayGoOnBehindItsPicture()
{
    const Bytes jpeg = encoded(".jpg", noise());
    const cv::Mat picture = cv::imdecode(jpeg, cv::IMREAD_COLOR);
    const std::string trailer = "SEFH and a film of \xff\x11 many bytes";
    Bytes motion = jpeg, samsung = jpeg, bare = jpeg;
    motion.insert(motion.end(), trailer.begin(), trailer.end());
    samsung.resize(samsung.size() - 2); // without its end marker
    samsung.insert(samsung.end(), trailer.begin(), trailer.end());
    bare.resize(bare.size() - 2);
    for (const Bytes& bytes : {motion, samsung, bare})
        QVERIFY(sameAs(decodeImage(bytes, "x"), picture));
    bare.resize(bare.size() - 40);
    QCOMPARE(errorOf(bare), std::string("x is cut off: the end of the JPEG picture is missing; copy or download it "
                                        "again."));
}

void PictureDecodersTest::aProgressiveJpegNeedsItsEnd()
{
    Bytes jpeg = encoded(".jpg", noise(), {cv::IMWRITE_JPEG_PROGRESSIVE, 1});
    jpeg.resize(jpeg.size() - 2);
    QVERIFY(errorOf(jpeg).find("is cut off") != std::string::npos);
}

void PictureDecodersTest::showsTheFirstFrameOfAnAnimation()
{
    // tests/data/image/moving.webp: see the README beside it.
    const RgbImage image = readImage(std::filesystem::path(vbs::test::dataFolder()) / "image" / "moving.webp");
    QVERIFY(!image.empty());
    QCOMPARE(image.width,
             readImageSize(std::filesystem::path(vbs::test::dataFolder()) / "image" / "moving.webp").width);
}

void PictureDecodersTest::librariesKeepQuiet_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char* suffix : {".png", ".jpg", ".webp", ".tiff", ".bmp", ".ppm"})
        QTest::addRow("%s", suffix) << suffix;
}

/// Whatever is wrong with a file, only our sentence is said: nothing comes on standard error before it.
void PictureDecodersTest::librariesKeepQuiet()
{
    QFETCH(QString, suffix);
    const Bytes whole = encoded(suffix.toUtf8().constData(), noise(16, 8));
    QTemporaryFile caught;
    QVERIFY(caught.open());
    const int before = ::dup(STDERR_FILENO);
    ::dup2(caught.handle(), STDERR_FILENO);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        Bytes changed = whole;
        changed[i] ^= 0x55;
        errorOf(changed);
        errorOf(Bytes(whole.begin(), whole.begin() + std::ptrdiff_t(i)));
    }
    ::dup2(before, STDERR_FILENO);
    ::close(before);
    caught.seek(0);
    QCOMPARE(caught.readAll(), QByteArray());
}

VBS_TEST_MAIN(PictureDecodersTest)
#include "picture_decoders_test.moc"
