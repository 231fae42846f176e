#include "tests/support/test_main.h"
#include "tests/ui/canvas/mouse.h"
#include "tests/ui/task_fixture.h"

#include <functional>

namespace vbs::test {
namespace {

/// Compare with both pictures open and the box tool in hand, on the right canvas.
class RightFixture : public TaskFixture {
public:
    void openBoth()
    {
        openTask(Task::VisualReasoning);
        openRight();
        QTRY_VERIFY(state().left.regions);
        window->resize(1700, 700); // side by side, and large enough for single pixels
        QCoreApplication::processEvents();
        right().setFocus();
        QTRY_COMPARE(state().sideInHand(), Side::Right);
        action("edit-boxes")->trigger();
    }

    PictureView& right() const { return window->canvas().right().view(); }
    QString boxes(Side side) const
    {
        const SideState& shown = state().side(side);
        QStringList texts;
        for (const Box& b : shown.regions ? objectBoxes(shown.regions->regions) : std::vector<Box>{})
            texts << QString("%1 %2 %3 %4").arg(b.x1).arg(b.y1).arg(b.x2).arg(b.y2);
        return texts.join(", ");
    }
};

using Deed = std::function<void(const RightFixture&)>;
const QString kFound = "32 120 96 192, 160 48 256 192";

} // namespace

/// Boxes are drawn, moved, resized and deleted on the right picture as on the left one, and undone.
class RightBoxesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void edits_data()
    {
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<QString>("boxes");
        const auto row = [](const char* name, const Deed& deed, const QString& boxes) {
            QTest::newRow(name) << deed << boxes;
        };
        row(
            "drawing",
            [](const RightFixture& f) {
                CanvasMouseHand(f.right()).drag({270, 10}, {300, 40});
            },
            kFound + ", 270 10 300 40");
        row(
            "moving",
            [](const RightFixture& f) {
                CanvasMouseHand(f.right()).drag({64, 150}, {74, 160});
            },
            "42 130 106 202, 160 48 256 192");
        row(
            "resizing",
            [](const RightFixture& f) {
                CanvasMouseHand(f.right()).click({64, 150});
                CanvasMouseHand(f.right()).drag({96, 192}, {110, 200});
            },
            "32 120 110 200, 160 48 256 192");
        row(
            "by keys",
            [](const RightFixture& f) {
                CanvasMouseHand(f.right()).click({64, 150});
                QTest::keyClick(&f.right(), Qt::Key_Down);
            },
            "32 121 96 193, 160 48 256 192");
        row(
            "deleting",
            [](const RightFixture& f) {
                CanvasMouseHand(f.right()).click({64, 150});
                QTest::keyClick(&f.right(), Qt::Key_Delete);
            },
            "160 48 256 192");
    }
    void edits()
    {
        QFETCH(Deed, deed);
        QFETCH(QString, boxes);
        RightFixture f;
        f.openBoth();
        deed(f);
        QCOMPARE(f.boxes(Side::Right), boxes);
        QVERIFY(f.state().right.isOwn());
        QVERIFY(!f.state().left.isOwn());
        QCOMPARE(f.boxes(Side::Left), kFound);
        QTest::keyClick(&f.right(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.boxes(Side::Right), kFound);
        QVERIFY(!f.state().right.isOwn());
        QTest::keyClick(&f.right(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.boxes(Side::Right), boxes);
    }

    /// Undo is about the picture that the user turned to.
    void eachSideUndoesItsOwn()
    {
        RightFixture f;
        f.openBoth();
        CanvasMouseHand(f.right()).drag({270, 10}, {300, 40});
        f.view().setFocus();
        QTRY_COMPARE(f.state().sideInHand(), Side::Left);
        QVERIFY(!f.action("undo")->isEnabled());
        CanvasMouseHand(f.view()).drag({270, 10}, {290, 30});
        QVERIFY(f.state().left.isOwn() && f.state().right.isOwn());
        QTRY_VERIFY(f.action("undo")->isEnabled());
        f.action("undo")->trigger();
        QVERIFY(!f.state().left.isOwn() && f.state().right.isOwn());
        f.right().setFocus();
        QTRY_COMPARE(f.state().sideInHand(), Side::Right);
        QTRY_VERIFY(f.action("undo")->isEnabled());
        f.action("undo")->trigger();
        QVERIFY(!f.state().right.isOwn());
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::RightBoxesTest)
#include "right_boxes_test.moc"
