#include "core/image/image_io.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/transform.h"
#include "tests/core/image/picture_bytes.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include <array>
#include <cstring>
#include <filesystem>
#include <vector>
#include <zlib.h>

using namespace vbs;
using namespace vbs::test;
namespace fs = std::filesystem;

class ImageIoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsEveryFormat_data();
    void readsEveryFormat();
    void appliesOrientationOnce_data();
    void appliesOrientationOnce();
    void readsEveryDepth_data();
    void readsEveryDepth();
    void putsTransparentPicturesOnWhite();
    void readsCmykJpeg();
    void refusesCutOffFiles_data();
    void refusesCutOffFiles();
    void noCutCrashes_data();
    void noCutCrashes();
    void refusesAChangedByteInPng();
    void saysWhatAFileIs_data();
    void saysWhatAFileIs();
    void refusesPlacesThatAreNoFiles();
    void refusesTooManyPixelsBeforeDecoding();
    void findsTheSizeBehindALongHeader();

private:
    fs::path save(const std::string& name, const std::string& contents)
    {
        const fs::path path = fs::path(m_folder->path().toStdString()) / name;
        writeFileAtomically(path, contents);
        return path;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ImageIoTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void ImageIoTest::readsEveryFormat_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("tolerance");
    QTest::newRow("png") << ".png" << 0;
    QTest::newRow("jpg") << ".jpg" << 6;
    QTest::newRow("bmp") << ".bmp" << 0;
    QTest::newRow("tiff") << ".tiff" << 0;
    QTest::newRow("webp") << ".webp" << 12;
    QTest::newRow("ppm") << ".ppm" << 0;
}

void ImageIoTest::readsEveryFormat()
{
    QFETCH(QString, suffix);
    QFETCH(int, tolerance);
    // The content decides, not the suffix.
    const fs::path path = save("picture.data", textOf(encoded(suffix.toStdString(), quarters())));
    const ImageSize size = readImageSize(path);
    QCOMPARE(size.width, 48);
    QCOMPARE(size.height, 32);
    const RgbImage image = readImage(path);
    QCOMPARE(image.width, 48);
    QCOMPARE(image.height, 32);
    QVERIFY(hasCorners(image, {kRed, kGreen, kBlue, kWhite}, tolerance));
}

void ImageIoTest::appliesOrientationOnce_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("orientation");
    for (const char* kind : {"jpeg little endian", "jpeg big endian", "png", "png with alpha"})
        for (int orientation = 0; orientation <= 9; ++orientation)
            QTest::addRow("%s %d", kind, orientation) << kind << orientation;
}

void ImageIoTest::appliesOrientationOnce()
{
    QFETCH(QString, kind);
    QFETCH(int, orientation);
    Bytes bytes;
    if (kind.startsWith("jpeg")) {
        bytes = withExif(encoded(".jpg", quarters()), exifWith(orientation, kind.contains("little")));
    } else {
        cv::Mat picture = quarters();
        if (kind.contains("alpha")) {
            std::vector<cv::Mat> channels;
            cv::split(picture, channels);
            channels.push_back(cv::Mat(picture.rows, picture.cols, CV_8UC1, cv::Scalar(255)));
            cv::merge(channels, picture);
        }
        bytes = withChunk(encoded(".png", picture), "eXIf", exifWith(orientation, true));
    }
    const RgbImage image = decodeImage(bytes, "picture");
    const bool turned = orientation >= 5 && orientation <= 8;
    QCOMPARE(image.width, turned ? 32 : 48);
    QCOMPARE(image.height, turned ? 48 : 32);
    // From the EXIF standard: where the stored first row and first column are to be shown.
    const std::array<Pixel, 4> asStored{kRed, kGreen, kBlue, kWhite};
    const std::array<std::array<Pixel, 4>, 10> expected{{asStored,
                                                         asStored,
                                                         {kGreen, kRed, kWhite, kBlue},
                                                         {kWhite, kBlue, kGreen, kRed},
                                                         {kBlue, kWhite, kRed, kGreen},
                                                         {kRed, kBlue, kGreen, kWhite},
                                                         {kBlue, kRed, kWhite, kGreen},
                                                         {kWhite, kGreen, kBlue, kRed},
                                                         {kGreen, kWhite, kRed, kBlue},
                                                         asStored}};
    QVERIFY(hasCorners(image, expected[std::size_t(orientation)], 8));
}

void ImageIoTest::readsEveryDepth_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("expected");
    QTest::newRow("grey png") << ".png" << int(CV_8UC1) << 100. << 100;
    QTest::newRow("16-bit grey png") << ".png" << int(CV_16UC1) << 25700. << 100;
    QTest::newRow("16-bit colour png") << ".png" << int(CV_16UC3) << 25700. << 100;
    QTest::newRow("16-bit png with alpha") << ".png" << int(CV_16UC4) << 25700. << 194; // over white, 100/255 opaque
    QTest::newRow("grey jpeg") << ".jpg" << int(CV_8UC1) << 100. << 100;
    QTest::newRow("16-bit tiff") << ".tiff" << int(CV_16UC3) << 25700. << 100;
    QTest::newRow("float tiff") << ".tiff" << int(CV_32FC1) << 0.4 << 102;
    QTest::newRow("grey pgm") << ".pgm" << int(CV_8UC1) << 100. << 100;
}

void ImageIoTest::readsEveryDepth()
{
    QFETCH(QString, suffix);
    QFETCH(int, type);
    QFETCH(double, value);
    QFETCH(int, expected);
    const cv::Mat picture(20, 30, type, cv::Scalar::all(value));
    const RgbImage image = decodeImage(encoded(suffix.toStdString(), picture), "picture");
    QCOMPARE(image.width, 30);
    QVERIFY2(close(at(image, 15, 10), {expected, expected, expected}, 1),
             qPrintable(QString::number(at(image, 15, 10)[0])));
}

void ImageIoTest::putsTransparentPicturesOnWhite()
{
    cv::Mat picture(8, 8, CV_8UC4, cv::Scalar(0, 0, 200, 255)); // BGRA
    picture(cv::Rect(4, 0, 4, 8)).setTo(cv::Scalar(0, 0, 200, 0));
    picture(cv::Rect(0, 4, 4, 4)).setTo(cv::Scalar(0, 0, 200, 51));
    for (const char* suffix : {".png", ".tiff", ".webp"}) {
        const std::vector<int> lossless{cv::IMWRITE_WEBP_QUALITY, 101};
        const Bytes bytes = encoded(suffix, picture, std::string(suffix) == ".webp" ? lossless : std::vector<int>{});
        const RgbImage image = decodeImage(bytes, suffix);
        QVERIFY(close(at(image, 1, 1), {200, 0, 0}, 0));
        QVERIFY(close(at(image, 6, 1), kWhite, 0));
        QVERIFY(close(at(image, 1, 6), {244, 204, 204}, 1));
    }
}

void ImageIoTest::readsCmykJpeg()
{
    // tests/data/image/cmyk.jpg: see the README beside it.
    const RgbImage image = readImage(fs::path(dataFolder()) / "image" / "cmyk.jpg");
    QCOMPARE(image.width, 48);
    QCOMPARE(image.height, 32);
    QVERIFY(at(image, 8, 8)[0] > at(image, 8, 8)[2] + 100);   // red
    QVERIFY(at(image, 8, 24)[2] > at(image, 8, 24)[0] + 100); // blue
    QVERIFY(close(at(image, 40, 24), kWhite, 10));
}

void ImageIoTest::refusesCutOffFiles_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<double>("kept");
    for (const char* suffix : {".jpg", ".png", ".webp", ".bmp", ".tiff"})
        for (const double kept : {0.3, 0.6, 0.9})
            QTest::addRow("%s %g", suffix, kept) << suffix << kept;
    QTest::newRow("progressive jpeg") << ".progressive.jpg" << 0.7;
}

void ImageIoTest::refusesCutOffFiles()
{
    QFETCH(QString, suffix);
    QFETCH(double, kept);
    cv::Mat noise(200, 300, CV_8UC3);
    cv::theRNG().state = 7;
    cv::randu(noise, 0, 255);
    const bool progressive = suffix.startsWith(".progressive");
    Bytes bytes = encoded(progressive ? ".jpg" : suffix.toStdString(), noise,
                          progressive ? std::vector<int>{cv::IMWRITE_JPEG_PROGRESSIVE, 1} : std::vector<int>{});
    QVERIFY(!decodeImage(bytes, "whole").empty());
    bytes.resize(std::size_t(double(bytes.size()) * kept));
    const fs::path path = save("holiday" + suffix.toStdString(), textOf(bytes));
    const auto [code, message] = errorOf([&] { readImage(path); });
    QCOMPARE(code, int(ErrorCode::CorruptData));
    QVERIFY2(QString::fromStdString(message).startsWith(QString::fromStdString(path.string())), message.c_str());
    QCOMPARE(QString::fromStdString(message).count(". ") + 1, 1); // one sentence
    QVERIFY(message.back() == '.');
}

void ImageIoTest::noCutCrashes_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char* suffix : {".jpg", ".png", ".webp", ".bmp", ".tiff", ".ppm", ".gif"})
        QTest::addRow("%s", suffix) << suffix;
}

/// Every length of a small file, and every byte changed: an error or a picture, nothing else.
void ImageIoTest::noCutCrashes()
{
    QFETCH(QString, suffix);
    const std::string gif = readTextFile(fs::path(dataFolder()) / "image/frames/interlaced-small.gif");
    const Bytes whole =
        suffix == ".gif" ? Bytes(gif.begin(), gif.end()) : encoded(suffix.toStdString(), quarters(16, 8));
    int refused = 0;
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const Bytes part(whole.begin(), whole.begin() + std::ptrdiff_t(length));
        refused += errorOf([&] { decodeImage(part, "part"); }).first >= 0;
        errorOf([&] { decodeImageToShow(part, "part"); });
    }
    QVERIFY(refused > int(whole.size() / 2));
    for (std::size_t i = 0; i < whole.size(); ++i) {
        Bytes changed = whole;
        changed[i] ^= 0xff;
        const auto [code, message] = errorOf([&] { decodeImage(changed, "changed"); });
        QVERIFY(code == -1 || !message.empty());
        errorOf([&] { decodeImageToShow(changed, "changed"); });
    }
}

void ImageIoTest::refusesAChangedByteInPng()
{
    Bytes bytes = encoded(".png", quarters());
    bytes[bytes.size() / 2] ^= 1;
    QCOMPARE(errorOf([&] { decodeImage(bytes, "x.png"); }).first, int(ErrorCode::CorruptData));
}

void ImageIoTest::saysWhatAFileIs_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("expected");
    const int unsupported = int(ErrorCode::UnsupportedFormat), corrupt = int(ErrorCode::CorruptData);
    QTest::newRow("text") << QByteArray("Dear diary,\ntoday I saw a cat.\n") << unsupported
                          << "is not a picture: it looks like a text file.";
    QTest::newRow("text that begins like a bitmap") << QByteArray("BMW is a maker of cars in Munich, Germany.")
                                                    << unsupported << "is not a picture: it looks like a text file.";
    QTest::newRow("UTF-8 text") << QByteArray("Grüße aus Köln") << unsupported
                                << "is not a picture: it looks like a text file.";
    QTest::newRow("empty") << QByteArray() << corrupt << "is empty.";
    QTest::newRow("PDF") << QByteArray("%PDF-1.7 ...") << unsupported << "it looks like a PDF document.";
    QTest::newRow("ZIP") << QByteArray("PK\3\4\0\0", 6) << unsupported << "it looks like a ZIP archive";
    QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << unsupported << "an SVG drawing";
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html></html>") << unsupported << "a web page";
    QTest::newRow("HEIC") << QByteArray("\0\0\0\x18"
                                        "ftypheic\0\0",
                                        14)
                          << unsupported << "HEIC";
    QTest::newRow("GIF without a frame") << QByteArray("GIF89a\x10\0\x10\0\0\0\0;", 14) << corrupt
                                         << "is damaged: its GIF header does not state a size";
    QTest::newRow("bytes") << QByteArray("\1\2\3\4\0\0\0", 7) << unsupported << "a file of another kind";
    QTest::newRow("PNG of zero width") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\1", 24) << corrupt
                                       << "does not state a size";
}

void ImageIoTest::saysWhatAFileIs()
{
    QFETCH(QByteArray, contents);
    QFETCH(int, code);
    QFETCH(QString, expected);
    const fs::path path = save("notes.png", contents.toStdString());
    const auto [actual, message] = errorOf([&] { readImage(path); });
    QCOMPARE(actual, code);
    QVERIFY2(QString::fromStdString(message).contains(expected), message.c_str());
    QVERIFY(message.starts_with(path.string()));
    const auto [thumbnail, unused] = errorOf([&] { readThumbnail(path, 64); });
    QCOMPARE(thumbnail, code);
}

void ImageIoTest::refusesPlacesThatAreNoFiles()
{
    const fs::path folder(m_folder->path().toStdString());
    QCOMPARE(errorOf([&] { readImage(folder); }).first, int(ErrorCode::FileUnreadable));
    QCOMPARE(errorOf([&] { readImageSize(folder); }).first, int(ErrorCode::FileUnreadable));
    QCOMPARE(errorOf([&] { readImage(folder / "none.png"); }).first, int(ErrorCode::FileNotFound));
    QCOMPARE(errorOf([&] { readImageSize(folder / "none.png"); }).first, int(ErrorCode::FileNotFound));
}

void ImageIoTest::refusesTooManyPixelsBeforeDecoding()
{
    // A header alone: 30000 x 20000 pixels that are not there.
    Bytes bytes = encoded(".png", quarters());
    const std::uint8_t size[8] = {0, 0, 0x75, 0x30, 0, 0, 0x4e, 0x20};
    std::memcpy(bytes.data() + 16, size, 8);
    const fs::path path = save("huge.png", textOf(bytes));
    QCOMPARE(readImageSize(path).width, 30000);
    const auto [code, message] = errorOf([&] { readImage(path); });
    QCOMPARE(code, int(ErrorCode::TooLarge));
    QVERIFY2(message.find("600000000") != std::string::npos && message.find("400000000") != std::string::npos,
             message.c_str());
    // 100 megapixels are within the limit: only the missing rest is to blame.
    const std::uint8_t fine[8] = {0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10};
    std::memcpy(bytes.data() + 16, fine, 8);
    QCOMPARE(errorOf([&] { decodeImage(bytes, "x"); }).first, int(ErrorCode::CorruptData));
}

void ImageIoTest::findsTheSizeBehindALongHeader()
{
    Bytes bytes = encoded(".jpg", quarters());
    Bytes segment{0xff, 0xe2, 0xff, 0xff}; // APP2, as colour profiles use, three times 64 KiB
    segment.resize(2 + 0xffff);
    for (int i = 0; i < 3; ++i)
        bytes.insert(bytes.begin() + 2, segment.begin(), segment.end());
    const fs::path path = save("profile.jpg", textOf(bytes));
    QCOMPARE(readImageSize(path).width, 48);
    QCOMPARE(readImage(path).height, 32);
}

VBS_TEST_MAIN(ImageIoTest)
#include "image_io_test.moc"
