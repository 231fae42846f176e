#include "core/image/picture_digest.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

class PictureDigestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Neither the name nor the file counts; shape and every pixel do.
    void tellsPixelsApart()
    {
        RgbImage image(2, 3);
        const std::string digest = pictureDigest(image);
        QVERIFY(digest.starts_with("2x3 ") && digest.size() == 4 + 64);
        image.name = "a.png";
        QCOMPARE(pictureDigest(image), digest);
        image.pixels.back() = 1;
        QVERIFY(pictureDigest(image) != digest);
        QVERIFY(pictureDigest(RgbImage(3, 2)) != digest);
    }
};

VBS_TEST_MAIN(PictureDigestTest)
#include "picture_digest_test.moc"
