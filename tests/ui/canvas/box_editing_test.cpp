#include "tests/support/test_main.h"
#include "tests/ui/editing_fixture.h"

#include <QScrollBar>

#include <vector>

using namespace vbs;
using namespace vbs::test;

namespace {

bool isNear(const Box& a, const Box& b, float tolerance)
{
    return std::abs(a.x1 - b.x1) <= tolerance && std::abs(a.y1 - b.y1) <= tolerance &&
           std::abs(a.x2 - b.x2) <= tolerance && std::abs(a.y2 - b.y2) <= tolerance;
}

} // namespace

/// Boxes that the user draws and changes on the picture, by mouse and keyboard.
class BoxEditingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawing()
    {
        EditingFixture f;
        f.openForEditing();
        QVERIFY(!f.isOwn());
        f.drag({270, 10}, {300, 40});
        QVERIFY(f.isOwn());
        QCOMPARE(f.boxes(), (std::vector<Box>{kSquare, kBox, {270, 10, 300, 40}})); // the found ones stay
        QCOMPARE(f.state().left.picked, 3);
        QVERIFY(f.count().contains("3 regions (edited by you)"));
        QTest::mouseMove(f.view().viewport(), f.onCanvas(285, 25));
        QTRY_COMPARE(f.asked(), f.boxes()); // and the engine is told exactly these
        QTRY_COMPARE(f.state().left.regions->regions.back().label, std::string("thing"));
        QCOMPARE(f.state().left.picked, 3);
        QTRY_COMPARE(f.window->canvas().hover().tagLines().value(0), QString("green thing (75 % sure)"));
        QVERIFY(f.window->canvas().hover().tagLines().join(' ').contains("75 %"));
        f.drag({300, 100}, {280, 80}); // up and left
        QCOMPARE(f.boxes().back(), (Box{280, 80, 300, 100}));
    }

    void drawingOverOthersWithControl()
    {
        EditingFixture f;
        f.openForEditing();
        f.drag({170, 60}, {200, 100}, Qt::ControlModifier);
        QCOMPARE(f.boxes(), (std::vector<Box>{kSquare, kBox, {170, 60, 200, 100}}));
    }

    void drawingIsClampedToThePicture()
    {
        EditingFixture f;
        f.openForEditing();
        f.drag({300, 210}, {340, 250});
        QCOMPARE(f.boxes().back(), (Box{300, 210, 320, 240}));
        f.drag({-10, -10}, {20, 20});
        QCOMPARE(f.boxes().back(), (Box{0, 0, 20, 20}));
    }

    void moving()
    {
        EditingFixture f;
        f.openForEditing();
        f.drag({60, 150}, {80, 130}); // one drag picks and moves
        QCOMPARE(f.boxes(), (std::vector<Box>{{52, 100, 116, 172}, kBox}));
        QCOMPARE(f.state().left.picked, 1);
        f.drag({80, 130}, {-200, 500});
        QCOMPARE(f.boxes().front(), (Box{0, 168, 64, 240})); // as far as the edge
    }

    void resizing_data()
    {
        QTest::addColumn<QPointF>("handle");
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<QVector<double>>("box");
        QTest::newRow("top left") << QPointF(160, 48) << QPointF(150, 40) << QVector<double>{150, 40, 256, 192};
        QTest::newRow("top") << QPointF(208, 48) << QPointF(300, 60) << QVector<double>{160, 60, 256, 192};
        QTest::newRow("top right") << QPointF(256, 48) << QPointF(270, 60) << QVector<double>{160, 60, 270, 192};
        QTest::newRow("right") << QPointF(256, 120) << QPointF(300, 10) << QVector<double>{160, 48, 300, 192};
        QTest::newRow("bottom right") << QPointF(256, 192) << QPointF(500, 500) << QVector<double>{160, 48, 320, 240};
        QTest::newRow("bottom") << QPointF(208, 192) << QPointF(0, 10) << QVector<double>{160, 48, 256, 52};
        QTest::newRow("bottom left") << QPointF(160, 192) << QPointF(170, 180) << QVector<double>{170, 48, 256, 180};
        QTest::newRow("left") << QPointF(160, 120) << QPointF(100, 100) << QVector<double>{100, 48, 256, 192};
    }
    void resizing()
    {
        QFETCH(QPointF, handle);
        QFETCH(QPointF, to);
        QFETCH(QVector<double>, box);
        EditingFixture f;
        f.openForEditing();
        f.click(200, 100);
        QCOMPARE(f.state().left.picked, 2);
        f.drag(handle, to);
        QCOMPARE(f.boxes(), (std::vector<Box>{kSquare, {float(box[0]), float(box[1]), float(box[2]), float(box[3])}}));
        QCOMPARE(f.state().left.picked, 2);
    }

    void deleting()
    {
        EditingFixture f;
        f.openForEditing();
        f.key(Qt::Key_Delete); // nothing is picked
        QVERIFY(!f.isOwn());
        f.click(64, 150);
        f.key(Qt::Key_Delete);
        QCOMPARE(f.boxes(), std::vector<Box>{kBox});
        QTRY_COMPARE(f.asked(), std::vector<Box>{kBox});
    }

    void undoAndRedo()
    {
        EditingFixture f;
        f.openForEditing();
        QVERIFY(!f.action("undo")->isEnabled());
        const std::vector<Box> found = f.boxes();
        f.drag({270, 10}, {300, 40});
        const std::vector<Box> drawn = f.boxes();
        f.drag({60, 150}, {80, 130});
        const std::vector<Box> moved = f.boxes();
        f.click(200, 100);
        f.key(Qt::Key_Delete);
        const std::vector<Box> deleted = f.boxes();
        QCOMPARE(deleted.size(), std::size_t(2));
        for (const auto* expected : {&moved, &drawn, &found}) {
            f.key(Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(f.boxes(), *expected);
        }
        QVERIFY(!f.isOwn());
        QVERIFY(!f.action("undo")->isEnabled());
        for (const auto* expected : {&drawn, &moved, &deleted}) {
            f.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
            QCOMPARE(f.boxes(), *expected);
            QVERIFY(f.isOwn());
        }
        QVERIFY(!f.action("redo")->isEnabled());
        QTRY_COMPARE(f.asked(), deleted);
        QTRY_COMPARE(f.state().left.regions->regions.back().label, std::string("thing"));
    }

    void undoBelongsToTheTextWhileTyping()
    {
        EditingFixture f;
        f.openForEditing();
        f.drag({270, 10}, {300, 40});
        f.type("abc");
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.question()->text() != "abc");
        QVERIFY(f.isOwn());
    }

    void keysOfTheTool()
    {
        EditingFixture f;
        f.openForEditing();
        f.key(Qt::Key_Tab);
        QCOMPARE(f.state().left.picked, 1); // the whole picture is no box
        f.key(Qt::Key_Tab);
        QCOMPARE(f.state().left.picked, 2);
        f.key(Qt::Key_Tab);
        QCOMPARE(f.state().left.picked, 1);
        f.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(f.state().left.picked, 2);
        f.key(Qt::Key_Right);
        QCOMPARE(f.boxes().back(), (Box{161, 48, 257, 192}));
        f.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(f.boxes().back(), (Box{161, 58, 257, 202}));
        f.key(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(f.boxes().back(), (Box{161, 58, 256, 202}));
        f.key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.boxes().back(), (Box{161, 58, 256, 212}));
        for (int i = 0; i < 20; ++i)
            f.key(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(f.boxes().back(), (Box{161, 0, 256, 154}));
        f.key(Qt::Key_Insert);
        QCOMPARE(f.boxes().size(), std::size_t(3));
        QCOMPARE(f.state().left.picked, 3);
        QVERIFY(f.boxes().back().contains(160, 120));
        f.key(Qt::Key_Escape);
        QVERIFY(!f.action("edit-boxes")->isChecked());
    }

    void aKeyHeldDownIsOneStep()
    {
        EditingFixture f;
        f.openForEditing();
        f.click(64, 150);
        for (const bool repeated : {false, true, true, true}) {
            QKeyEvent event(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier, {}, repeated);
            QApplication::sendEvent(&f.view(), &event);
        }
        QCOMPARE(f.boxes().front(), (Box{36, 120, 100, 192}));
        f.key(Qt::Key_Right);
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.boxes().front(), (Box{36, 120, 100, 192}));
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!f.isOwn());
    }

    void escapeDropsADrag()
    {
        EditingFixture f;
        f.openForEditing();
        f.begin({60, 150}, {80, 130});
        f.key(Qt::Key_Escape);
        QTest::mouseRelease(f.view().viewport(), Qt::LeftButton, {}, f.onCanvas(80, 130));
        QVERIFY(!f.isOwn());
        QVERIFY(f.action("edit-boxes")->isChecked());
        f.key(Qt::Key_Escape);
        QVERIFY(!f.action("edit-boxes")->isChecked());
        f.drag({270, 10}, {300, 40}); // the tool is laid down
        QVERIFY(!f.isOwn());
    }

    void clickPicksAndAFreePlaceUnpicks()
    {
        EditingFixture f;
        f.openForEditing();
        f.click(64, 150);
        QCOMPARE(f.state().left.picked, 1);
        f.click(64, 150);
        QCOMPARE(f.state().left.picked, 1);
        f.click(300, 20);
        QCOMPARE(f.state().left.picked, -1);
        QVERIFY(!f.isOwn());
        f.drag({300, 20}, {300.5, 20}); // no more than a trembling hand
        QVERIFY(!f.isOwn());
    }

    void cursorsTell()
    {
        EditingFixture f;
        f.openForEditing();
        QCOMPARE(f.cursorAt(300, 20), Qt::CrossCursor);
        QCOMPARE(f.cursorAt(64, 150), Qt::SizeAllCursor);
        QCOMPARE(f.cursorAt(33, 121), Qt::SizeAllCursor); // not picked: no handles
        f.click(64, 150);
        QCOMPARE(f.cursorAt(32, 120), Qt::SizeFDiagCursor);
        QCOMPARE(f.cursorAt(96, 120), Qt::SizeBDiagCursor);
        QCOMPARE(f.cursorAt(64, 120), Qt::SizeVerCursor);
        QCOMPARE(f.cursorAt(96, 156), Qt::SizeHorCursor);
        f.key(Qt::Key_D);
        QCOMPARE(f.cursorAt(64, 150), Qt::ArrowCursor);
    }

    void zoomedAndScrolled()
    {
        EditingFixture f;
        f.open({f.picture("large.png", QSize(4000, 3000))});
        QTRY_VERIFY(f.state().left.regions);
        f.view().setFocus();
        f.key(Qt::Key_D);
        QVERIFY(f.view().zoom() < 0.5);
        f.drag({3000, 200}, {3500, 500});
        QVERIFY2(isNear(f.boxes().back(), {3000, 200, 3500, 500}, 4), QTest::toString(f.boxes().back()));
        for (const double zoom : {1.0, 8.0}) {
            f.view().setZoom(zoom);
            f.view().horizontalScrollBar()->setValue(int(2600 * zoom));
            f.view().verticalScrollBar()->setValue(int(2500 * zoom));
            f.drag({2620, 2510}, {2640, 2530});
            QCOMPARE(f.boxes().back(), (Box{2620, 2510, 2640, 2530}));
            f.drag({2630, 2520}, {2635, 2524});
            QCOMPARE(f.boxes().back(), (Box{2625, 2514, 2645, 2534}));
            f.drag({2645, 2534}, {2650, 2544});
            QCOMPARE(f.boxes().back(), (Box{2625, 2514, 2650, 2544}));
            f.key(Qt::Key_Delete);
        }
    }

    void aBoxOutOfSightIsBroughtIntoIt()
    {
        EditingFixture f;
        f.open({f.picture("large.png", QSize(4000, 3000))});
        QTRY_VERIFY(f.state().left.regions);
        f.view().setFocus();
        f.key(Qt::Key_D);
        f.view().setZoom(4);
        f.view().horizontalScrollBar()->setValue(0);
        f.view().verticalScrollBar()->setValue(0);
        f.key(Qt::Key_Tab);
        const CanvasGeometry geometry = f.view().geometryNow();
        QVERIFY(geometry.canvas.contains(geometry.toCanvas(QPointF(800, 1950)))); // the square's middle
    }

    void theMiddleButtonPans()
    {
        EditingFixture f;
        f.open({f.picture("large.png", QSize(4000, 3000))});
        QTRY_VERIFY(f.state().left.regions);
        f.view().setFocus();
        f.key(Qt::Key_0, Qt::ControlModifier);
        f.key(Qt::Key_D);
        const QPoint start(400, 300), end(300, 240);
        const QPointF pixel = f.view().geometryNow().toPixel(start);
        QTest::mousePress(f.view().viewport(), Qt::MiddleButton, {}, start);
        QTest::mouseMove(f.view().viewport(), QPoint(350, 270));
        QTest::mouseMove(f.view().viewport(), end);
        QTest::mouseRelease(f.view().viewport(), Qt::MiddleButton, {}, end);
        const QPointF after = f.view().geometryNow().toCanvas(pixel);
        QVERIFY((after - end).manhattanLength() <= 2);
        QVERIFY(!f.isOwn());
    }

    void theLetterIsTextInTheQuestion()
    {
        EditingFixture f;
        f.openWithPicture();
        f.type("dd");
        QCOMPARE(f.question()->text(), QString("dd"));
        QVERIFY(!f.action("edit-boxes")->isChecked());
        auto* score = f.find<QWidget>("minimumScore");
        score->setFocus();
        f.key(Qt::Key_D);
        QVERIFY(!f.action("edit-boxes")->isChecked());
    }

    void listPicksAndFollows()
    {
        EditingFixture f;
        f.openForEditing();
        QAbstractItemView* list = f.list("regions");
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(), QString("blue box, 97 %"));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
        QCOMPARE(f.state().left.picked, 2);
        f.key(Qt::Key_Up);
        QCOMPARE(f.state().left.picked, 1);
        f.key(Qt::Key_Delete);
        QCOMPARE(f.boxes(), std::vector<Box>{kBox});
        QCOMPARE(list->model()->rowCount(), 1);
        f.click(200, 100);
        f.settle();
        QCOMPARE(list->currentIndex().row(), 0);
    }
};

VBS_TEST_MAIN(BoxEditingTest)
#include "box_editing_test.moc"
