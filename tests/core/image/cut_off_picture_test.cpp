#include "core/image/image_io.h"
#include "core/image/webp_chunks.h"
#include "tests/core/image/cut_off_files.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QFile>
#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace vbs;
using namespace vbs::test;

namespace {

Bytes fileOf(const char* name)
{
    QFile file(QString::fromStdString(std::string(dataFolder()) + "/image/frames/" + name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray all = file.readAll();
    return {all.begin(), all.end()};
}

} // namespace

/// Formats whose files have no order that their decoder could simply follow until it ends.
class CutOffPictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheRowsThatAreThere_data();
    void showsTheRowsThatAreThere();
    void saysWhatHasNoRow_data();
    void saysWhatHasNoRow();
    void interlacedPngGetsSharper_data();
    void interlacedPngGetsSharper();
    void firstFrameOfAnAnimation();
    void rowsOfAFirstFrame_data();
    void rowsOfAFirstFrame();
    void tiffWithoutItsDirectory();
    void everyLengthIsAPictureOrAnError();
    void aDamagedStripOfATiff();

private:
    static void rowsOfEveryKind();
};

void CutOffPictureTest::rowsOfEveryKind()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("behindTheHeader"); // of the file
    QTest::addColumn<bool>("upwards");
    const auto row = [](const char* name, const Bytes& bytes, int pixelBytes, bool upwards = false) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()))
                            << int(bytes.size()) - pixelBytes << upwards;
    };
    cv::Mat grey;
    cv::cvtColor(detailed(), grey, cv::COLOR_BGR2GRAY);
    row("BMP", bitmap(false), 904 * kHeight, true);
    row("BMP from the top", bitmap(true), 904 * kHeight);
    row("BMP of greys", encoded(".bmp", grey), 304 * kHeight, true);
    row("PPM", encoded(".ppm", detailed(), {cv::IMWRITE_PXM_BINARY, 1}), 903 * kHeight);
    row("PGM", encoded(".pgm", grey, {cv::IMWRITE_PXM_BINARY, 1}), 301 * kHeight);
    row("TIFF in strips", tiffWithPixelsLast(false, false), 301 * kHeight);
    row("TIFF in tiles", tiffWithPixelsLast(true, false), 320 * 208);
    row("TIFF in strips, of a palette", tiffWithPixelsLast(false, true), 301 * kHeight);
    row("TIFF in tiles, of a palette", tiffWithPixelsLast(true, true), 320 * 208);
}

void CutOffPictureTest::showsTheRowsThatAreThere_data()
{
    rowsOfEveryKind();
}

void CutOffPictureTest::showsTheRowsThatAreThere()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, upwards);
    Bytes bytes(file.begin(), file.end());
    const RgbImage whole = decodeImageToShow(bytes, "x");
    QVERIFY(whole.flaw.empty());
    QVERIFY(whole.pixels == decodeImage(bytes, "x").pixels);
    bytes.resize(bytes.size() * 3 / 5);
    QCOMPARE(errorOf([&] { decodeImage(bytes, "x"); }).first, int(ErrorCode::CorruptData));
    const RgbImage shown = decodeImageToShow(bytes, "x");
    QCOMPARE(shown.width, kWidth);
    QCOMPARE(shown.height, kHeight);
    QCOMPARE(shown.flaw, std::string("x is cut off: what is missing is grey. Copy or download it again."));
    const auto rowOf = [&](int i) { return upwards ? kHeight - 1 - i : i; };
    for (int i = 0; i < kHeight / 2; ++i)
        QVERIFY2(areRowsAlike(shown, whole, rowOf(i)), qPrintable(QString::number(i)));
    for (int i = kHeight * 7 / 10; i < kHeight; ++i)
        QVERIFY2(isGrey(shown, rowOf(i)), qPrintable(QString::number(i)));
}

void CutOffPictureTest::saysWhatHasNoRow_data()
{
    rowsOfEveryKind();
}

void CutOffPictureTest::saysWhatHasNoRow()
{
    QFETCH(QByteArray, file);
    QFETCH(int, behindTheHeader);
    Bytes bytes(file.begin(), file.begin() + behindTheHeader + 20);
    const auto [code, message] = errorOf([&] { decodeImageToShow(bytes, "x"); });
    QCOMPARE(code, int(ErrorCode::CorruptData));
    QVERIFY2(message.find("is cut off: the end of the") != std::string::npos, message.c_str());
}

void CutOffPictureTest::interlacedPngGetsSharper_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("opaque") << PNG_COLOR_TYPE_RGB;
    QTest::newRow("see-through") << PNG_COLOR_TYPE_RGB_ALPHA;
}

/// Of the seven passes the last holds half of the pixels, every second row, the first every eighth of every eighth.
void CutOffPictureTest::interlacedPngGetsSharper()
{
    QFETCH(int, type);
    const Bytes file = interlacedPng(type);
    const RgbImage whole = decodeImage(file, "x");
    QVERIFY(decodeImageToShow(file, "x").pixels == whole.pixels);
    const auto shownOf = [&](double part) {
        Bytes bytes = file;
        bytes.resize(std::size_t(double(bytes.size()) * part));
        return decodeImageToShow(bytes, "x");
    };
    const RgbImage most = shownOf(0.6);
    QCOMPARE(most.flaw, std::string("x is cut off: what is missing is grey. Copy or download it again."));
    for (int y = 0; y < kHeight; ++y) {
        QVERIFY(!isGrey(most, y));
        if (y % 2 == 0)
            QVERIFY2(areRowsAlike(most, whole, y), qPrintable(QString::number(y)));
    }
    const RgbImage coarse = shownOf(0.012); // a part of the first pass
    for (const auto& [x, y] : {std::pair(0, 0), std::pair(8, 8), std::pair(296, 16)}) {
        QCOMPARE(at(coarse, x, y), at(whole, x, y));
        QCOMPARE(at(coarse, x + 3, y + 5), at(whole, x, y)); // stands for its surroundings
    }
    QVERIFY(isGrey(coarse, kHeight - 1));
    QVERIFY(errorOf([&] { shownOf(0.001); }).second.find("is cut off") != std::string::npos);
}

void CutOffPictureTest::firstFrameOfAnAnimation()
{
    for (const char* name : {"moving.webp", "moving-alpha.webp"}) {
        Bytes bytes = fileOf(name);
        const RgbImage whole = decodeImage(bytes, "x");
        const auto frame = webpFirstFrame(ByteView(bytes));
        QVERIFY(frame && frame->data.size() > 30);
        const auto behind = std::size_t(frame->data.data() - bytes.data()) + frame->data.size();
        bytes.resize(behind); // without the second frame
        QCOMPARE(errorOf([&] { decodeImage(bytes, "x"); }).first, int(ErrorCode::CorruptData));
        const RgbImage first = decodeImageToShow(bytes, "x");
        QVERIFY(first.pixels == whole.pixels);
        QVERIFY(first.flaw.empty());
        bytes.resize(behind - frame->data.size() + 10);
        const auto [code, message] = errorOf([&] { decodeImageToShow(bytes, "x"); });
        QCOMPARE(code, int(ErrorCode::CorruptData));
        QVERIFY2(message.find("is cut off: the end of the WebP") != std::string::npos, message.c_str());
    }
}

void CutOffPictureTest::rowsOfAFirstFrame_data()
{
    QTest::addColumn<bool>("lossy");
    QTest::newRow("lossy") << true;
    QTest::newRow("without loss") << false;
}

void CutOffPictureTest::rowsOfAFirstFrame()
{
    QFETCH(bool, lossy);
    Bytes bytes = animatedWebp(lossy);
    const RgbImage frame = decodeImageToShow(bytes, "x");
    QVERIFY(frame.flaw.empty());
    QCOMPARE(at(frame, 5, 50), kWhite); // not covered by the frame
    bytes.resize(bytes.size() * 3 / 5);
    const RgbImage shown = decodeImageToShow(bytes, "x");
    QCOMPARE(shown.width, kWidth + 10);
    QCOMPARE(shown.height, kHeight + 10);
    QCOMPARE(shown.flaw, std::string("x is cut off: what is missing is grey. Copy or download it again."));
    for (int y = 0; y < 4 + kHeight / 2; ++y)
        QVERIFY2(areRowsAlike(shown, frame, y), qPrintable(QString::number(y)));
    for (const int x : {6, 100, 6 + kWidth - 1})
        QCOMPARE(at(shown, x, 4 + kHeight - 1), (Pixel{128, 128, 128}));
    for (const auto& [x, y] : {std::pair(5, 150), std::pair(6 + kWidth, 150), std::pair(100, 4 + kHeight)})
        QCOMPARE(at(shown, x, y), kWhite);
}

void CutOffPictureTest::tiffWithoutItsDirectory()
{
    Bytes bytes = encoded(".tiff", detailed()); // the directory comes last
    bytes.resize(bytes.size() * 3 / 5);
    QCOMPARE(errorOf([&] { decodeImageToShow(bytes, "x"); }).second,
             std::string("x is cut off: the end of the TIFF picture is missing; copy or download it again."));
}

void CutOffPictureTest::everyLengthIsAPictureOrAnError()
{
    for (const Bytes& whole : {interlacedPng(PNG_COLOR_TYPE_RGB_ALPHA), tiffWithPixelsLast(true, true),
                               tiffWithPixelsLast(false, false), bitmap(true), animatedWebp(true),
                               encoded(".ppm", detailed()), fileOf("moving.gif"), encoded(".tiff", detailed())}) {
        for (std::size_t length = 1; length < whole.size(); length += length < 3000 ? 41 : 4999) {
            const Bytes bytes(whole.begin(), whole.begin() + std::ptrdiff_t(length));
            RgbImage shown;
            const auto [code, message] = errorOf([&] { shown = decodeImageToShow(bytes, "x"); });
            QVERIFY2(shown.empty() == (code >= 0), message.c_str());
            QCOMPARE(shown.pixels.size(), std::size_t(shown.width) * std::size_t(shown.height) * 3);
        }
    }
}

void CutOffPictureTest::aDamagedStripOfATiff()
{
    Bytes bytes = encoded(".tiff", detailed(), {cv::IMWRITE_TIFF_COMPRESSION, 8}); // deflate, in several strips
    const RgbImage whole = decodeImage(bytes, "x");
    bytes[bytes.size() / 2] ^= 0x55;
    bytes[bytes.size() / 2 + 1] ^= 0x55;
    QCOMPARE(errorOf([&] { decodeImage(bytes, "x"); }).first, int(ErrorCode::CorruptData));
    const RgbImage shown = decodeImageToShow(bytes, "x");
    QCOMPARE(shown.flaw, std::string("x is damaged: what cannot be decoded is grey. Copy or download it again."));
    QVERIFY(areRowsAlike(shown, whole, 0));
    QVERIFY(areRowsAlike(shown, whole, kHeight - 1)); // what follows is there, too
    QVERIFY(isGrey(shown, kHeight / 2));
}

VBS_TEST_MAIN(CutOffPictureTest)
#include "cut_off_picture_test.moc"
