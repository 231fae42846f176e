#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"

#include <QLabel>
#include <QScrollBar>
#include <QSlider>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <vector>

using namespace vbs;
using namespace vbs::test;

/// Looking at a picture: zoom, pan, regions, heatmap.
class CanvasTest : public QObject {
    Q_OBJECT

    static double distance(const QPointF& a, const QPointF& b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

    static QImage shot(const WindowFixture& f) { return f.view().viewport()->grab().toImage(); }

private Q_SLOTS:
    void controlWheelKeepsThePixelUnderTheCursor()
    {
        WindowFixture f;
        f.open({f.picture("large.png", QSize(4000, 3000))});
        QTRY_VERIFY(f.state().left.picture);
        const QPoint cursor(300, 200);
        for (const int steps : {6, 3, -2}) {
            const double before = f.view().zoom();
            const QPointF pixel = f.view().geometryNow().toPixel(cursor);
            f.wheel(cursor, steps, Qt::ControlModifier);
            QVERIFY(steps > 0 ? f.view().zoom() > before : f.view().zoom() < before);
            const QPointF after = f.view().geometryNow().toCanvas(pixel);
            QVERIFY2(distance(after, cursor) <= 1.5, qPrintable(QString::number(distance(after, cursor))));
        }
        QVERIFY(!f.view().isFit());
    }

    void wheelScrolls()
    {
        WindowFixture f;
        f.open({f.picture("large.png", QSize(4000, 3000))});
        f.key(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(f.view().zoom(), 1.0);
        const int before = f.view().verticalScrollBar()->value();
        f.wheel(QPoint(300, 200), -1, Qt::NoModifier);
        QVERIFY(f.view().verticalScrollBar()->value() > before);
        QCOMPARE(f.view().zoom(), 1.0);
    }

    void dragPans()
    {
        WindowFixture f;
        f.open({f.picture("large.png", QSize(4000, 3000))});
        f.key(Qt::Key_0, Qt::ControlModifier);
        QWidget* canvas = f.view().viewport();
        const QPoint start(400, 300), end(300, 240);
        const QPointF pixel = f.view().geometryNow().toPixel(start);
        QTest::mousePress(canvas, Qt::LeftButton, {}, start);
        QTest::mouseMove(canvas, QPoint(350, 270));
        QTest::mouseMove(canvas, end);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, end);
        QVERIFY(distance(f.view().geometryNow().toCanvas(pixel), end) <= 1);
        QCOMPARE(f.state().left.picked, -1); // a drag is no click
    }

    void doubleClickTogglesFitAndActualSize()
    {
        WindowFixture f;
        f.open({f.picture("large.png", QSize(4000, 3000))});
        QVERIFY(f.view().isFit());
        QVERIFY(f.view().zoom() < 1);
        QTest::mouseDClick(f.view().viewport(), Qt::LeftButton, {}, QPoint(200, 200));
        QCOMPARE(f.view().zoom(), 1.0);
        QVERIFY(!f.view().isFit());
        QTest::mouseDClick(f.view().viewport(), Qt::LeftButton, {}, QPoint(200, 200));
        QVERIFY(f.view().isFit());
    }

    void fitFollowsTheWindow()
    {
        WindowFixture f;
        f.open({f.picture("large.png", QSize(4000, 3000))});
        const double before = f.view().zoom();
        f.window->resize(1100, 700);
        QTRY_VERIFY(f.view().zoom() < before);
        f.key(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(!f.view().isFit());
        f.key(Qt::Key_Escape);
        f.view().setFocus();
        f.key(Qt::Key_F);
        QVERIFY(f.view().isFit());
        QCOMPARE(f.find<QLabel>("zoom")->text(), QString("%1 %").arg(std::lround(f.view().zoom() * 100)));
    }

    void hoverShowsTheRegionsTag()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        const QImage before = shot(f);
        QTest::mouseMove(f.view().viewport(), f.onCanvas(64, 150)); // in the red square
        QTRY_COMPARE(f.window->canvas().hover().tagLines().value(0), QString("red square (99 % sure)"));
        const QStringList lines = f.window->canvas().hover().tagLines();
        QVERIFY(lines.join(' ').contains("99 %"));
        QVERIFY(lines.join(' ').contains("share in the answer 50 %"));
        QVERIFY(shot(f) != before);
        QVERIFY(f.find<QLabel>("statusPixel")->text().contains("x 6"));
        QTest::mouseMove(f.view().viewport(), f.onCanvas(5, 5)); // only the whole picture lies here
        QTRY_VERIFY(f.window->canvas().hover().tagLines().isEmpty());
    }

    void clickPicksARegion()
    {
        WindowFixture f;
        f.openWithPicture();
        QTest::mouseClick(f.view().viewport(), Qt::LeftButton, {}, f.onCanvas(64, 150));
        QCOMPARE(f.state().left.picked, 1);
        QVERIFY(f.find<QLabel>("statusRegion")->text().contains("red square"));
        QTest::mouseClick(f.view().viewport(), Qt::LeftButton, {}, f.onCanvas(64, 150));
        QCOMPARE(f.state().left.picked, -1);
    }

    void keysToggleBoxesAndHeatmap()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        f.view().setFocus();
        for (const auto& [key, id] : {std::pair{Qt::Key_B, "boxes"}, std::pair{Qt::Key_H, "heatmap"}}) {
            QVERIFY(f.action(id)->isChecked());
            const QImage with = shot(f);
            f.key(key);
            QVERIFY(!f.action(id)->isChecked());
            QVERIFY2(shot(f) != with, id);
            f.key(key);
            QVERIFY(f.action(id)->isChecked());
            QVERIFY2(shot(f) == with, id);
        }
    }

    /// What is asked about must be seen as it is: a colour map turned an orange ball yellow.
    void whatMattersMostKeepsItsColors()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        const std::vector<double>& weights = f.state().answered->result.explanation.regions;
        QCOMPARE(std::max_element(weights.begin(), weights.end()) - weights.begin(), 1); // the red square
        f.view().setFocus();
        const QPoint square = f.onCanvas(64, 150), sky = f.onCanvas(200, 12);
        f.key(Qt::Key_H);
        const QImage plain = shot(f);
        f.key(Qt::Key_H);
        const QImage dimmed = shot(f);
        QCOMPARE(dimmed.pixelColor(square), plain.pixelColor(square));
        QVERIFY(dimmed.pixelColor(sky).lightness() < plain.pixelColor(sky).lightness() * 3 / 5);
        f.find<QAction>("heat-frames")->trigger();
        const QImage framed = shot(f);
        QCOMPARE(framed.pixelColor(square), plain.pixelColor(square));
        QCOMPARE(framed.pixelColor(sky), plain.pixelColor(sky));
        QVERIFY(framed != plain);
        f.find<QAction>("heat-map")->trigger();
        QVERIFY(shot(f).pixelColor(square) != plain.pixelColor(square));
        QCOMPARE(shot(f).pixelColor(sky), plain.pixelColor(sky));
        QCOMPARE(f.window->settings().heatmapStyle(), HeatStyle::Map);
    }

    void pointingAtARegionLeavesItsColorsAlone()
    {
        WindowFixture f;
        f.openWithPicture();
        const QPoint square = f.onCanvas(64, 150);
        const QColor before = shot(f).pixelColor(square);
        QTest::mouseMove(f.view().viewport(), square);
        QTRY_VERIFY(!f.window->canvas().hover().tagLines().isEmpty());
        QCOMPARE(shot(f).pixelColor(square), before);
    }

    void theScaleIsTheGreatestShareOrOneHundredPercent()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        const auto strength = [&] { return f.window->canvas().left().boxes().outlines().front().strength; };
        QCOMPARE(f.window->canvas().heatmap().maximum(), 0.5);
        QCOMPARE(strength(), 1.0);
        f.find<QAction>("heat-full-scale")->trigger();
        QCOMPARE(f.window->canvas().heatmap().maximum(), 1.0);
        QCOMPARE(strength(), 0.5);
        QVERIFY(f.window->settings().heatmapFullScale());
    }

    void opacityOfTheHeatmap()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        QVERIFY(!f.window->canvas().heatmap().isEmpty());
        QCOMPARE(f.window->canvas().heatmap().maximum(), 0.5);
        const QImage before = shot(f);
        auto* slider = f.find<QSlider>("opacity");
        slider->setFocus();
        f.key(Qt::Key_End);
        QCOMPARE(slider->value(), 100);
        QVERIFY(shot(f) != before);
    }

    void singleLettersDoNotFireWhileTyping()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("bhf[],.");
        QCOMPARE(f.question()->text(), QString("bhf[],."));
        QVERIFY(f.action("boxes")->isChecked());
        QVERIFY(f.action("heatmap")->isChecked());
        QCOMPARE(f.state().why.layer, -1);
    }

    /// Tells the processor's time for a frame; how fast that must be is no test's affair.
    void framesOfALargePictureAreDrawn()
    {
        WindowFixture f;
        f.open({f.picture("large.jpg", QSize(6000, 4000))});
        QTRY_VERIFY(f.state().left.regions);
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        QVERIFY(!f.window->canvas().heatmap().isEmpty());
        QWidget* canvas = f.view().viewport();
        const QImage before = shot(f);
        const auto milliseconds = [](const auto& step) {
            std::vector<double> times;
            for (int i = 0; i < 24; ++i) {
                const std::clock_t start = std::clock();
                step(i);
                QApplication::processEvents();
                times.push_back(1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC);
            }
            std::sort(times.begin(), times.end());
            return times[times.size() / 2];
        };
        const double zooming = milliseconds([&](int i) {
            f.wheel(QPoint(300, 300), i % 8 < 4 ? 1 : -1, Qt::ControlModifier);
            canvas->repaint();
        });
        f.key(Qt::Key_0, Qt::ControlModifier);
        QTest::mousePress(canvas, Qt::LeftButton, {}, QPoint(600, 500));
        const double panning =
            milliseconds([&](int i) { QTest::mouseMove(canvas, QPoint(600 - 12 * i, 500 - 9 * i)); });
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, QPoint(300, 260));
        qInfo("A frame takes %.1f ms while zooming and %.1f ms while panning.", zooming, panning);
        QVERIFY(shot(f) != before);
    }

    void controlLGoesToTheQuestion()
    {
        WindowFixture f;
        f.openWithPicture();
        f.view().setFocus();
        f.key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(f.question()->hasFocus());
    }
};

VBS_TEST_MAIN(CanvasTest)
#include "canvas_test.moc"
