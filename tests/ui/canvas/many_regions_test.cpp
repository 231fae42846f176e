#include "tests/support/test_main.h"
#include "ui/canvas/region_boxes_overlay.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <random>

using namespace vbs;

/// A picture stays in sight behind the boxes of many regions.
class ManyRegionsTest : public QObject {
    Q_OBJECT

    /// What share of a grey picture the labels cover, and what share anything covers.
    struct Covered {
        double labels = 0, all = 0;
    };
    static Covered coveredBy(int count)
    {
        std::mt19937 random(7);
        const auto number = [&](double from, double to) {
            return float(std::uniform_real_distribution<double>(from, to)(random));
        };
        std::vector<RegionBoxesOverlay::Outline> outlines;
        for (int i = 0; i < count; ++i) {
            const float x = number(0, 700), y = number(0, 520);
            outlines.push_back(
                {{x, y, x + number(30, 100), y + number(30, 80)}, QStringLiteral("distant traffic sign")});
        }
        RegionBoxesOverlay overlay;
        overlay.setOutlines(std::move(outlines));
        QImage picture(800, 600, QImage::Format_RGB32);
        const QColor grey(128, 128, 128);
        picture.fill(grey);
        {
            QPainter painter(&picture);
            CanvasGeometry geometry;
            geometry.canvas = geometry.picture = QRectF(picture.rect());
            overlay.paint(painter, geometry);
        }
        Covered covered;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) {
                const QColor pixel = picture.pixelColor(x, y);
                covered.all += pixel != grey;
                covered.labels += pixel.lightness() < 45; // the labels' ground; frames' halos are lighter
            }
        const double area = double(picture.width()) * picture.height();
        return {covered.labels / area, covered.all / area};
    }

private Q_SLOTS:
    void aHundredHideLessThanAFewWouldIfAllWereNamed()
    {
        const Covered few = coveredBy(int(RegionBoxesOverlay::kFew)), many = coveredBy(100);
        QVERIFY2(few.labels > .04, qPrintable(QString::number(few.labels)));
        QVERIFY2(many.labels > .03, qPrintable(QString::number(many.labels))); // the surest are named
        QVERIFY2(many.labels < .1, qPrintable(QString::number(many.labels)));
        QVERIFY2(many.all < .4, qPrintable(QString::number(many.all)));
    }
};

VBS_TEST_MAIN(ManyRegionsTest)
#include "many_regions_test.moc"
