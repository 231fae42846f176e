#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/image_io.h"
#include "core/image/transform.h"
#include "tests/core/image/picture_bytes.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>

using namespace vbs;
using namespace vbs::test;
namespace fs = std::filesystem;

/// Pictures made smaller and written.
class PictureOutputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void thumbnailsAreSmallAndOriented_data();
    void thumbnailsAreSmallAndOriented();
    void writesAndReadsBack_data();
    void writesAndReadsBack();
    void refusesToWrite();
    void resizes();

private:
    fs::path save(const std::string& name, const std::string& contents)
    {
        const fs::path path = fs::path(m_folder->path().toStdString()) / name;
        writeFileAtomically(path, contents);
        return path;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void PictureOutputTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void PictureOutputTest::thumbnailsAreSmallAndOriented_data()
{
    QTest::addColumn<int>("maxSide");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("eighth") << 60 << 40 << 60;
    QTest::newRow("between") << 150 << 100 << 150;
    QTest::newRow("half") << 240 << 160 << 240;
    QTest::newRow("never larger") << 1000 << 320 << 480;
}

void PictureOutputTest::thumbnailsAreSmallAndOriented()
{
    QFETCH(int, maxSide);
    QFETCH(int, width);
    QFETCH(int, height);
    const Bytes bytes = withExif(encoded(".jpg", quarters(480, 320)), exifWith(6, true));
    const RgbImage image = readThumbnail(save("photo.jpg", textOf(bytes)), maxSide);
    QCOMPARE(image.width, width);
    QCOMPARE(image.height, height);
    QVERIFY(hasCorners(image, {kBlue, kRed, kWhite, kGreen}, 10));
}

void PictureOutputTest::writesAndReadsBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("tolerance");
    QTest::newRow("png") << "a.png" << 0;
    QTest::newRow("capitals") << "a.PNG" << 0;
    QTest::newRow("bmp in a new folder") << "new/folder/a.bmp" << 0;
    QTest::newRow("jpeg") << "a.jpeg" << 4;
}

void PictureOutputTest::writesAndReadsBack()
{
    QFETCH(QString, name);
    QFETCH(int, tolerance);
    const RgbImage image = decodeImage(encoded(".png", quarters()), "quarters");
    const fs::path path = fs::path(m_folder->path().toStdString()) / name.toStdString();
    writeImage(path, image);
    const RgbImage again = readImage(path);
    QCOMPARE(again.width, image.width);
    QVERIFY(hasCorners(again, {kRed, kGreen, kBlue, kWhite}, tolerance));
    if (tolerance == 0)
        QVERIFY(again.pixels == image.pixels);
}

void PictureOutputTest::refusesToWrite()
{
    const fs::path folder(m_folder->path().toStdString());
    const RgbImage image(4, 4);
    QCOMPARE(errorOf([&] { writeImage(folder / "a.xyz", image); }).first, int(ErrorCode::UnsupportedFormat));
    QCOMPARE(errorOf([&] { writeImage(folder / "a", image); }).first, int(ErrorCode::UnsupportedFormat));
    QCOMPARE(errorOf([&] { writeImage(folder / "a.png", RgbImage()); }).first, int(ErrorCode::InvalidArgument));
    save("file", "x");
    QCOMPARE(errorOf([&] { writeImage(folder / "file" / "a.png", image); }).first, int(ErrorCode::FileUnwritable));
}

void PictureOutputTest::resizes()
{
    const RgbImage image = decodeImage(encoded(".png", quarters()), "quarters");
    QVERIFY(hasCorners(resizeBilinear(image, 96, 100), {kRed, kGreen, kBlue, kWhite}, 0));
    const RgbImage small = resizeArea(image, 2, 2); // each new pixel is the mean of one quarter
    QCOMPARE(at(small, 0, 0), kRed);
    QCOMPARE(at(small, 1, 0), kGreen);
    QCOMPARE(at(small, 0, 1), kBlue);
    const RgbImage one = resizeArea(image, 1, 1);
    QVERIFY(close(at(one, 0, 0), {128, 114, 128}, 1));
    QCOMPARE(shrinkToFit(image, 24).height, 16);
    QCOMPARE(shrinkToFit(image, 480).width, 48);
    QCOMPARE(errorOf([&] { resizeBilinear(image, 0, 5); }).first, int(ErrorCode::InvalidArgument));
    QCOMPARE(errorOf([&] { resizeArea(RgbImage(), 5, 5); }).first, int(ErrorCode::InvalidArgument));
}

VBS_TEST_MAIN(PictureOutputTest)
#include "picture_output_test.moc"
