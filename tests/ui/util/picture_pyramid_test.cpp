#include "tests/support/test_main.h"
#include "ui/util/picture_pyramid.h"
#include "ui/util/qt_bridge.h"

#include <QPainter>
#include <QTest>

#include <thread>

using namespace vbs;

/// Pictures on the screen are the pictures in the file.
class PicturePyramidTest : public QObject {
    Q_OBJECT

    /// Red grows to the right, green downwards.
    static ImagePtr ramp(int width, int height)
    {
        auto image = std::make_shared<RgbImage>(width, height);
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                std::uint8_t* pixel = image->row(y) + 3 * x;
                pixel[0] = std::uint8_t(255 * x / width);
                pixel[1] = std::uint8_t(255 * y / height);
                pixel[2] = 40;
            }
        }
        return image;
    }

private Q_SLOTS:
    void drawsTheRampAtEveryZoom_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        for (const QSize& size : {QSize(640, 480), QSize(3001, 2003)}) { // converted copy, and wrapped pixels
            for (const double scale : {0.05, 0.2, 0.5, 1.0, 1.7, 4.0, 20.0})
                QTest::addRow("%dx%d at %g", size.width(), size.height(), scale) << size << scale;
        }
    }

    void drawsTheRampAtEveryZoom()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        const auto pyramid = PicturePyramid::build(ramp(size.width(), size.height()));
        QImage canvas(200, 150, QImage::Format_RGB32);
        canvas.fill(Qt::black);
        // The middle of the picture in the middle of the canvas.
        const QSizeF extent = QSizeF(size) * scale;
        const QRectF target(QPointF(100 - extent.width() / 2, 75 - extent.height() / 2), extent);
        QPainter painter(&canvas);
        DrawnPart last;
        pyramid->draw(painter, target, QRectF(canvas.rect()), last);
        painter.end();
        for (const QPoint& point : {QPoint(100, 75), QPoint(90, 70), QPoint(112, 80)}) {
            if (!target.contains(point))
                continue;
            const double x = (point.x() + 0.5 - target.left()) / extent.width();
            const double y = (point.y() + 0.5 - target.top()) / extent.height();
            const QColor color = canvas.pixelColor(point);
            QVERIFY2(std::abs(color.red() - 255 * x) < 3.5, qPrintable(color.name()));
            QVERIFY2(std::abs(color.green() - 255 * y) < 3.5, qPrintable(color.name()));
            QCOMPARE(color.blue(), 40);
        }
    }

    void stripsMeetWithoutASeam()
    {
        const auto pyramid = PicturePyramid::build(ramp(3001, 2003));
        const QRectF target(-700.5, -300, 3001 * 0.77, 2003 * 0.77);
        const auto paint = [&](const QList<QRect>& strips) {
            QImage canvas(300, 200, QImage::Format_RGB32);
            QPainter painter(&canvas);
            DrawnPart last;
            for (const QRect& strip : strips)
                pyramid->draw(painter, target, strip, last);
            return canvas.copy();
        };
        const QImage whole = paint({QRect(0, 0, 300, 200)});
        const QImage parts = paint({QRect(0, 0, 137, 200), QRect(137, 0, 163, 93), QRect(137, 93, 163, 107)});
        int worst = 0;
        for (int y = 0; y < 200; ++y) {
            for (int x = 0; x < 300; ++x)
                worst = std::max(worst, std::abs(qRed(whole.pixel(x, y)) - qRed(parts.pixel(x, y))));
        }
        QVERIFY2(worst <= 1, qPrintable(QString::number(worst)));
    }

    /// It is shared as const, and const means that nobody sees another one draw.
    void manyMayDrawAtOnce()
    {
        const auto pyramid = PicturePyramid::build(ramp(3001, 2003));
        const auto paint = [&](int begin) {
            DrawnPart last;
            QImage canvas(200, 150, QImage::Format_RGB32);
            QPainter painter(&canvas);
            for (int i = begin; i < begin + 10; ++i)
                pyramid->draw(painter, QRectF(-137. * i, -61. * i, 3001, 2003), canvas.rect(), last);
            painter.end();
            return canvas;
        };
        const QImage wanted[] = {paint(0), paint(3)};
        QImage got[2];
        std::thread other([&] { got[1] = paint(3); });
        got[0] = paint(0);
        other.join();
        QVERIFY(got[0] == wanted[0]);
        QVERIFY(got[1] == wanted[1]);
    }

    void tinyAndThinPictures()
    {
        for (const QSize& size : {QSize(1, 1), QSize(1, 2000), QSize(2000, 1)}) {
            const auto pyramid = PicturePyramid::build(ramp(size.width(), size.height()));
            QVERIFY(pyramid);
            const QImage thumbnail = pyramid->thumbnail(QSize(64, 64));
            QVERIFY(!thumbnail.isNull());
            QVERIFY(thumbnail.width() <= 64 && thumbnail.height() <= 64);
        }
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!PicturePyramid::build(ramp(2000, 2000), stop.get_token()));
    }

    void wrappedImageOutlivesItsOwner()
    {
        QImage image;
        {
            auto owner = ramp(8, 8);
            image = wrapImage(owner);
        }
        QCOMPARE(image.pixelColor(0, 0), QColor(0, 0, 40));
    }
};

VBS_TEST_MAIN(PicturePyramidTest)
#include "picture_pyramid_test.moc"
