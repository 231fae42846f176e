#include "core/base/error.h"
#include "core/image/image_io.h"
#include "tests/core/image/detailed_picture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace vbs;
using namespace vbs::test;

namespace {

Bytes encodedAs(const QString& kind)
{
    cv::Mat picture = detailed();
    if (kind == "png with alpha" || kind == "webp with alpha") {
        cv::cvtColor(picture, picture, cv::COLOR_BGR2BGRA);
        picture.at<cv::Vec4b>(0, 0)[3] = 9;
    }
    if (kind == "progressive jpeg")
        return encoded(".jpg", picture, {cv::IMWRITE_JPEG_PROGRESSIVE, 1});
    if (kind.startsWith("webp"))
        return encoded(".webp", picture, {cv::IMWRITE_WEBP_QUALITY, kind == "webp" ? 90 : 101});
    return encoded(kind.startsWith("png") ? ".png" : ".jpg", picture);
}

/// Interlaced, of 128 greys, each a byte of data that is not packed: the code to begin anew comes so often that codes
/// never grow.
Bytes interlacedGif()
{
    Bytes bytes{'G', 'I', 'F', '8', '9', 'a', kWidth & 255, kWidth >> 8, kHeight, 0, 0, 0, 0};
    bytes.insert(bytes.end(), {',', 0, 0, 0, 0, kWidth & 255, kWidth >> 8, kHeight, 0, 0x40, 7});
    Bytes codes;
    for (int i = 0; i < kWidth * kHeight; ++i) {
        if (i % 100 == 0)
            codes.push_back(128); // anew
        codes.push_back(std::uint8_t(i * 37 % 101));
    }
    codes.push_back(129); // the end
    for (std::size_t i = 0; i < codes.size(); i += 255) {
        const std::size_t count = std::min<std::size_t>(255, codes.size() - i);
        bytes.push_back(std::uint8_t(count));
        bytes.insert(bytes.end(), codes.begin() + std::ptrdiff_t(i), codes.begin() + std::ptrdiff_t(i + count));
    }
    bytes.insert(bytes.end(), {0, ';'});
    return bytes;
}

} // namespace

/// What is shown of a picture that cannot be decoded to its end.
class BrokenPictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsThere_data();
    void showsWhatIsThere();
    void showsTheRowsOfAnInterlacedGif();
    void refusesWhatHasNoRow_data();
    void refusesWhatHasNoRow();
    void showsAPngUpToAWrongByte();
    void aWholePictureHasNoFlaw();
    void decodingStops_data();
    void decodingStops();
};

void BrokenPictureTest::showsWhatIsThere_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"jpeg", "png", "png with alpha", "webp", "webp without loss", "webp with alpha"})
        QTest::addRow("%s", kind) << kind;
}

/// Three fifths of the file: the first half of the rows is as in the whole picture, the last fifth is grey.
void BrokenPictureTest::showsWhatIsThere()
{
    QFETCH(QString, kind);
    Bytes bytes = encodedAs(kind);
    const RgbImage whole = decodeImage(bytes, "x");
    bytes.resize(bytes.size() * 3 / 5);
    QCOMPARE(errorOf([&] { decodeImage(bytes, "x"); }).first, int(ErrorCode::CorruptData));
    const RgbImage shown = decodeImageToShow(bytes, "x");
    QCOMPARE(shown.width, kWidth);
    QCOMPARE(shown.height, kHeight);
    QCOMPARE(shown.flaw, std::string("x is cut off: what is missing is grey. Copy or download it again."));
    for (int y = 0; y < kHeight / 2; ++y)
        QVERIFY2(areRowsAlike(shown, whole, y), qPrintable(QString::number(y)));
    for (int y = kHeight * 4 / 5; y < kHeight; ++y)
        QVERIFY2(isGrey(shown, y), qPrintable(QString::number(y)));
}

void BrokenPictureTest::showsTheRowsOfAnInterlacedGif()
{
    Bytes bytes = interlacedGif();
    const RgbImage whole = decodeImage(bytes, "x");
    QCOMPARE(at(whole, 3, 0), (Pixel{10, 10, 10}));
    bytes.resize(bytes.size() / 3);
    const RgbImage shown = decodeImageToShow(bytes, "x");
    QVERIFY(shown.flaw.find("is cut off") != std::string::npos);
    for (int y = 0; y < kHeight; ++y) {
        if (y % 4 == 0)
            QVERIFY(areRowsAlike(shown, whole, y));
        else if (y % 2 == 1)
            QVERIFY(isGrey(shown, y));
    }
}

void BrokenPictureTest::refusesWhatHasNoRow_data()
{
    showsWhatIsThere_data();
}

void BrokenPictureTest::refusesWhatHasNoRow()
{
    QFETCH(QString, kind);
    Bytes bytes = encodedAs(kind);
    bytes.resize(kind.startsWith("jpeg") ? 700 : 120); // behind a JPEG's tables
    const auto [code, message] = errorOf([&] { decodeImageToShow(bytes, "x"); });
    QCOMPARE(code, int(ErrorCode::CorruptData));
    QVERIFY2(message.find("is cut off: the end of the") != std::string::npos, message.c_str());
}

void BrokenPictureTest::showsAPngUpToAWrongByte()
{
    Bytes bytes = encodedAs("png");
    const RgbImage whole = decodeImage(bytes, "x");
    bytes[bytes.size() / 2] ^= 1;
    const RgbImage shown = decodeImageToShow(bytes, "x");
    QCOMPARE(shown.flaw, std::string("x is damaged: what cannot be decoded is grey. Copy or download it again."));
    QVERIFY(areRowsAlike(shown, whole, 20));
    QVERIFY(isGrey(shown, kHeight - 1));
}

void BrokenPictureTest::aWholePictureHasNoFlaw()
{
    for (const char* kind : {"jpeg", "progressive jpeg", "png", "png with alpha", "webp", "webp with alpha"}) {
        const RgbImage shown = decodeImageToShow(encodedAs(kind), "x");
        QVERIFY(shown.flaw.empty());
        QVERIFY(shown.pixels == decodeImage(encodedAs(kind), "x").pixels);
    }
    // Of a progressive picture that is cut off everything is there, but not sharp.
    Bytes bytes = encodedAs("progressive jpeg");
    bytes.resize(bytes.size() * 3 / 5);
    const RgbImage shown = decodeImageToShow(bytes, "x");
    QVERIFY(!shown.flaw.empty());
    QVERIFY(!isGrey(shown, 10) && !isGrey(shown, kHeight - 10));
}

void BrokenPictureTest::decodingStops_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"jpeg", "progressive jpeg", "png", "png with alpha", "gif", "tiff"})
        QTest::addRow("%s", kind) << kind;
}

/// The window waits for its readers when it closes.
void BrokenPictureTest::decodingStops()
{
    QFETCH(QString, kind);
    const Bytes bytes = kind == "gif"    ? interlacedGif()
                        : kind == "tiff" ? encoded(".tiff", detailed())
                                         : encodedAs(kind);
    std::stop_source source;
    QVERIFY(!decodeImageToShow(bytes, "x", source.get_token()).empty());
    source.request_stop();
    QCOMPARE(errorOf([&] { decodeImageToShow(bytes, "x", source.get_token()); }).first, int(ErrorCode::Cancelled));
}

VBS_TEST_MAIN(BrokenPictureTest)
#include "broken_picture_test.moc"
