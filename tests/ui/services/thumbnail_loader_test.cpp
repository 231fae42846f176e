#include "tests/support/test_main.h"
#include "ui/services/thumbnail_loader.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vbs;

class ThumbnailLoaderTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QImage thumbnailOf(const QString& path)
    {
        ThumbnailLoader loader(QSize(60, 40));
        QSignalSpy ready(&loader, &ThumbnailLoader::ready);
        loader.request(path);
        return ready.wait(60000) ? ready.first().at(1).value<QImage>() : QImage();
    }

    QString written(const char* name, const QSize& size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString path = m_folder.filePath(name);
        return image.save(path) ? path : QString();
    }

private Q_SLOTS:
    void fitsTheBox_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QSize>("picture");
        QTest::addColumn<QSize>("thumbnail");
        QTest::newRow("wide JPEG") << "wide.jpg" << QSize(1200, 300) << QSize(60, 15);
        QTest::newRow("tall PNG") << "tall.png" << QSize(300, 1200) << QSize(10, 40);
        QTest::newRow("square") << "square.jpg" << QSize(800, 800) << QSize(40, 40);
        QTest::newRow("small ones stay") << "small.png" << QSize(20, 10) << QSize(20, 10);
        QTest::newRow("a line") << "line.png" << QSize(4000, 1) << QSize(60, 1);
    }

    void fitsTheBox()
    {
        QFETCH(QString, name);
        QFETCH(QSize, picture);
        QFETCH(QSize, thumbnail);
        const QImage made = thumbnailOf(written(qPrintable(name), picture));
        QCOMPARE(made.size(), thumbnail);
        const QColor middle = made.pixelColor(made.width() / 2, made.height() / 2);
        QVERIFY(middle.red() > 240 && middle.green() < 15 && middle.blue() < 15);
    }

    /// Opening a picture that is cut off shows it as far as it goes, in grey from there on.
    void showsWhatOpeningShows()
    {
        const QString path = written("cut.jpg", QSize(400, 400));
        QFile file(path);
        QVERIFY(file.resize(file.size() * 3 / 4));
        const QImage made = thumbnailOf(path);
        QCOMPARE(made.size(), QSize(40, 40));
        QVERIFY(made.pixelColor(20, 1).red() > 240);
        QCOMPARE(made.pixelColor(20, 38), QColor(128, 128, 128));
        QVERIFY(file.resize(100));
        QVERIFY(thumbnailOf(path).isNull());
        QVERIFY(thumbnailOf(m_folder.filePath("missing.png")).isNull());
    }
};

VBS_TEST_MAIN(ThumbnailLoaderTest)
#include "thumbnail_loader_test.moc"
