#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "ui/util/icons.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace vbs;

class IconsTest : public QObject {
    Q_OBJECT

    static QImage painted(const QString& name, const QColor& color, int side = 48)
    {
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintLineIcon(painter, name, image.rect(), color);
        return image;
    }

private Q_SLOTS:
    void everyDrawingShowsInItsColor_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files =
            QDir(QString(vbs::test::sourceFolder()) + "/resources/icons/line").entryList({"*.svg"});
        QVERIFY(files.size() > 20);
        for (const QString& file : files)
            QTest::newRow(qPrintable(file)) << file.chopped(4);
    }

    void everyDrawingShowsInItsColor()
    {
        QFETCH(QString, name);
        QVERIFY2(!lineIcon(name).isNull(), "it is missing in resources.qrc");
        const QImage image = painted(name, Qt::red);
        int opaque = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 250)
                    continue;
                ++opaque;
                QCOMPARE(pixel.rgb(), QColor(Qt::red).rgb());
            }
        }
        QVERIFY(opaque > 20 && opaque < 48 * 48 / 2);
    }

    void followsThePalette()
    {
        const QPalette before = QApplication::palette();
        const auto iconImage = [](const QColor& text) {
            QPalette palette;
            palette.setColor(QPalette::ButtonText, text);
            QApplication::setPalette(palette);
            return lineIcon("close").pixmap(24, 24).toImage();
        };
        QVERIFY(iconImage(Qt::white) != iconImage(Qt::black));
        QApplication::setPalette(before);
    }

    void unknownNamesAreEmpty()
    {
        QVERIFY(lineIcon("no such icon").isNull());
        QCOMPARE(painted("no such icon", Qt::red), painted("close", Qt::transparent));
    }
};

VBS_TEST_MAIN(IconsTest)
#include "icons_test.moc"
