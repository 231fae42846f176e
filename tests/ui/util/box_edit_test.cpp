#include "ui/util/box_edit.h"

#include "core/base/random.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cmath>

using namespace vbs;

Q_DECLARE_METATYPE(vbs::Box)

namespace QTest {
template <> char* toString(const Box& b)
{
    return qstrdup(qPrintable(QString("(%1, %2, %3, %4)").arg(b.x1).arg(b.y1).arg(b.x2).arg(b.y2)));
}
} // namespace QTest

class BoxEditTest : public QObject {
    Q_OBJECT

    static constexpr QSize kPicture{320, 240};

    static bool isInside(const Box& b, const QSize& size)
    {
        return b.x1 >= 0 && b.y1 >= 0 && b.x2 <= float(size.width()) && b.y2 <= float(size.height());
    }

private Q_SLOTS:
    void drawn_data()
    {
        QTest::addColumn<QPointF>("from");
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<Box>("box");
        QTest::newRow("whole pixels") << QPointF(10.4, 20.6) << QPointF(59.5, 80.2) << Box{10, 21, 60, 80};
        QTest::newRow("up and left") << QPointF(60, 80) << QPointF(10, 20) << Box{10, 20, 60, 80};
        QTest::newRow("from outside") << QPointF(-30, -5) << QPointF(40, 50) << Box{0, 0, 40, 50};
        QTest::newRow("to outside") << QPointF(300, 200) << QPointF(900, 900) << Box{300, 200, 320, 240};
        QTest::newRow("a flat stroke is widened") << QPointF(100, 50) << QPointF(150, 50) << Box{100, 50, 150, 54};
        QTest::newRow("at the lower edge") << QPointF(100, 240) << QPointF(150, 240) << Box{100, 236, 150, 240};
        QTest::newRow("at the upper left corner") << QPointF(1, 1) << QPointF(0, 0) << Box{0, 0, 4, 4};
    }
    void drawn()
    {
        QFETCH(QPointF, from);
        QFETCH(QPointF, to);
        QFETCH(Box, box);
        QCOMPARE(drawnBox(from, to, kPicture), box);
    }

    void moved()
    {
        const Box box{10.25f, 20, 60, 80};
        QCOMPARE(movedBox(box, {5.4, -3.6}, kPicture), (Box{15.25f, 16, 65, 76})); // whole pixels, the same size
        QCOMPARE(movedBox(box, {-500, 500}, kPicture), (Box{0, 180, 49.75f, 240}));
        QCOMPARE(movedBox({0, 0, 320, 240}, {7, 7}, kPicture), (Box{0, 0, 320, 240})); // no room
    }

    void resized_data()
    {
        QTest::addColumn<int>("handle");
        QTest::addColumn<Box>("box");
        // To (30, 40) from (10, 20, 60, 80).
        QTest::newRow("top left") << int(BoxHandle::TopLeft) << Box{30, 40, 60, 80};
        QTest::newRow("top") << int(BoxHandle::Top) << Box{10, 40, 60, 80};
        QTest::newRow("top right") << int(BoxHandle::TopRight) << Box{10, 40, 30, 80};
        QTest::newRow("right") << int(BoxHandle::Right) << Box{10, 20, 30, 80};
        QTest::newRow("bottom right") << int(BoxHandle::BottomRight) << Box{10, 20, 30, 40};
        QTest::newRow("bottom") << int(BoxHandle::Bottom) << Box{10, 20, 60, 40};
        QTest::newRow("bottom left") << int(BoxHandle::BottomLeft) << Box{30, 20, 60, 40};
        QTest::newRow("left") << int(BoxHandle::Left) << Box{30, 20, 60, 80};
        QTest::newRow("none") << int(BoxHandle::None) << Box{10, 20, 60, 80};
    }
    void resized()
    {
        QFETCH(int, handle);
        QFETCH(Box, box);
        QCOMPARE(resizedBox({10, 20, 60, 80}, BoxHandle(handle), {30.3, 39.7}, kPicture), box);
    }

    void resizingStopsAtTheSmallestSide()
    {
        const Box box{10, 20, 60, 80};
        QCOMPARE(resizedBox(box, BoxHandle::TopLeft, {500, 500}, kPicture), (Box{56, 76, 60, 80}));
        QCOMPARE(resizedBox(box, BoxHandle::BottomRight, {-5, -5}, kPicture), (Box{10, 20, 14, 24}));
        // A box that was found smaller does not jump.
        QCOMPARE(resizedBox({10, 20, 12, 80}, BoxHandle::Right, {0, 0}, kPicture), (Box{10, 20, 12, 80}));
    }

    void everyEditStaysInThePicture()
    {
        Rng rng(11);
        for (int i = 0; i < 5000; ++i) {
            const QSize size(rng.between(1, 40), rng.between(1, 40));
            const auto point = [&] { return QPointF(rng.uniform(-20, 60), rng.uniform(-20, 60)); };
            const Box drawn = drawnBox(point(), point(), size);
            QVERIFY(isInside(drawn, size));
            QVERIFY(drawn.width() >= std::min(kSmallestBox, float(size.width())));
            QVERIFY(drawn.height() >= std::min(kSmallestBox, float(size.height())));
            const Box moved = movedBox(drawn, point(), size);
            QVERIFY(isInside(moved, size));
            QCOMPARE(moved.width(), drawn.width());
            for (const BoxHandle handle : kBoxHandles) {
                const Box resized = resizedBox(moved, handle, point(), size);
                QVERIFY(isInside(resized, size));
                QVERIFY(resized.width() >= std::min(kSmallestBox, float(size.width())));
                QVERIFY(resized.height() >= std::min(kSmallestBox, float(size.height())));
            }
        }
    }

    void handles()
    {
        const QRectF rect(100, 100, 80, 60);
        for (const BoxHandle handle : kBoxHandles) {
            QCOMPARE(handleAt(rect, handlePlace(rect, handle)), handle);
            QCOMPARE(handleAt(rect, handlePlace(rect, handle) + QPointF(5, -5)), handle);
        }
        QCOMPARE(handleAt(rect, rect.center()), BoxHandle::None);
        QCOMPARE(handleAt(rect, QPointF(80, 80)), BoxHandle::None);
        const QRectF small(100, 100, 12, 12); // can be taken by its inside, and resized by its corners only
        QCOMPARE(handleAt(small, small.center()), BoxHandle::None);
        QCOMPARE(handleAt(small, QPointF(115, 115)), BoxHandle::BottomRight);
        QVERIFY(!hasHandle(small, BoxHandle::Top));
    }
};

VBS_TEST_MAIN(BoxEditTest)
#include "box_edit_test.moc"
