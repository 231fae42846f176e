#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/image_io.h"
#include "tests/core/image/picture_bytes.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QDir>
#include <QTest>

using namespace vbs;
using namespace vbs::test;

/// Pictures of several frames, and GIF files of every kind; see tests/data/image/README.md.
class FirstFrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsPillow_data();
    void equalsPillow();
    void countsFrames_data();
    void countsFrames();
    void passesOverStrayBytes_data();
    void passesOverStrayBytes();
    void saysWhatIsWrongWithAGif();
    void refusesAHugeGifByItsHeader();

private:
    static Bytes bytesOfFile(const QString& name)
    {
        const std::string all = readTextFile(fileOf(name), 1 << 20);
        return {all.begin(), all.end()};
    }
    static std::filesystem::path fileOf(const QString& name)
    {
        return std::filesystem::path(dataFolder()) / "image" / "frames" / name.toStdString();
    }
};

void FirstFrameTest::equalsPillow_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QString::fromStdString(fileOf({}).string()));
    for (const QString& expected : folder.entryList({"*.expected.png"}))
        QTest::addRow("%s", qPrintable(expected)) << expected.chopped(int(sizeof ".expected.png") - 1);
    QCOMPARE(folder.entryList({"*.expected.png"}).size(), 16);
}

void FirstFrameTest::equalsPillow()
{
    QFETCH(QString, name);
    const RgbImage image = readImage(fileOf(name)), expected = readImage(fileOf(name + ".expected.png"));
    QCOMPARE(image.width, expected.width);
    QCOMPARE(image.height, expected.height);
    QVERIFY(image.pixels == expected.pixels);
    const ImageSize size = readImageSize(fileOf(name));
    QCOMPARE(size.width, expected.width);
    QCOMPARE(size.height, expected.height);
    QVERIFY(readThumbnail(fileOf(name), 1000).pixels == expected.pixels);
}

void FirstFrameTest::countsFrames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("frames");
    QTest::newRow("GIF") << "moving.gif" << 4;
    QTest::newRow("GIF of one frame") << "local.gif" << 1;
    QTest::newRow("WebP") << "moving.webp" << 4;
    QTest::newRow("PNG") << "moving.png" << 4;
    QTest::newRow("PNG of one frame") << "moving.png.expected.png" << 1;
}

void FirstFrameTest::countsFrames()
{
    QFETCH(QString, name);
    QFETCH(int, frames);
    QCOMPARE(readImage(fileOf(name)).frames, frames);
}

void FirstFrameTest::passesOverStrayBytes_data()
{
    QTest::addColumn<QByteArray>("stray");
    QTest::newRow("zero") << QByteArray(1, 0);
    QTest::newRow("zeros") << QByteArray(5, 0);
    QTest::newRow("others") << QByteArray("\x01\xff\x7f", 3);
}

/// Between the blocks, as Pillow and browsers pass over them.
void FirstFrameTest::passesOverStrayBytes()
{
    QFETCH(QByteArray, stray);
    Bytes bytes = bytesOfFile("moving.gif");
    const RgbImage whole = decodeImage(bytes, "x");
    QVERIFY(bytes[10] & 0x80);
    const std::size_t firstBlock = 13 + (std::size_t(3) << ((bytes[10] & 7) + 1));
    QVERIFY(bytes[firstBlock] == '!' || bytes[firstBlock] == ',');
    bytes.insert(bytes.begin() + std::ptrdiff_t(firstBlock), stray.begin(), stray.end());
    bytes.insert(bytes.end() - 1, stray.begin(), stray.end());
    const RgbImage image = decodeImage(bytes, "x");
    QVERIFY(image.pixels == whole.pixels);
    QCOMPARE(image.frames, 4);
}

void FirstFrameTest::saysWhatIsWrongWithAGif()
{
    const Bytes bytes = bytesOfFile("moving.gif");
    Bytes none(bytes.begin(), bytes.begin() + 13);
    none[10] = 0; // no table of colours
    none.push_back(';');
    QCOMPARE(errorOf([&] { decodeImage(none, "x"); }).second,
             std::string("x is damaged: its GIF header does not state a size; copy or download it again."));
    Bytes first = bytes;
    while (first.size() > 100 && errorOf([&] { decodeImage(first, "x"); }).first == -1)
        first.pop_back();
    QCOMPARE(errorOf([&] { decodeImage(first, "x"); }).second,
             std::string("x is cut off: the end of the GIF picture is missing; copy or download it again."));
}

void FirstFrameTest::refusesAHugeGifByItsHeader()
{
    const Bytes bytes{'G', 'I', 'F', '8', '9', 'a', 255, 255, 255, 255, 0, 0, 0, ',', 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 0};
    QCOMPARE(errorOf([&] { decodeImage(bytes, "x"); }).first, int(ErrorCode::TooLarge));
}

VBS_TEST_MAIN(FirstFrameTest)
#include "first_frame_test.moc"
