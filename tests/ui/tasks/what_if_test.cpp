#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"

#include <QPushButton>

using namespace vbs;
using namespace vbs::test;

/// Hiding regions from the model to see what changes.
class WhatIfTest : public QObject {
    Q_OBJECT

    static void ask(TaskFixture& f)
    {
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.firstAnswer(), QString("red"));
    }
    static bool isHiddenAnswer(const TaskFixture& f) { return f.state().answered && f.state().answered->hasRemoved(); }

private Q_SLOTS:
    void rightClickHidesARegion()
    {
        TaskFixture f;
        ask(f);
        const int calls = f.script->started();
        f.rightClick(64, 150); // the square
        QTRY_VERIFY(isHiddenAnswer(f));
        QCOMPARE(f.script->started(), calls + 1); // the answer before is known
        QCOMPARE(f.asked().hiddenRegions, (std::vector<bool>{false, true, false}));
        const auto bars = f.bars("answers");
        QCOMPARE(bars[0].text, QString("red")); // in its place
        QCOMPARE(bars[0].before, 0.9);
        QCOMPARE(bars[0].probability, 0.3);
        QCOMPARE(bars[1].text, QString("blue"));
        QVERIFY(bars[1].best);
        QVERIFY(f.spoken("answers").contains("before hiding 90 %"));
        QCOMPARE(f.window->canvas().left().removed().boxes().size(), std::size_t(1));
        QCOMPARE(f.state().left.picked, -1);
        f.rightClick(64, 150); // and back
        QTRY_VERIFY(!isHiddenAnswer(f));
        QCOMPARE(f.bars("answers")[0].before, -1.0);
        QVERIFY(f.window->canvas().left().removed().boxes().empty());
    }

    void clicksInHidingMode()
    {
        TaskFixture f;
        ask(f);
        f.view().setFocus();
        f.key(Qt::Key_X);
        QVERIFY(f.action("hide-regions")->isChecked());
        QTest::mouseClick(f.view().viewport(), Qt::LeftButton, {}, f.onCanvas(64, 150));
        QTRY_VERIFY(isHiddenAnswer(f));
        QCOMPARE(f.state().left.picked, -1);
        f.key(Qt::Key_D); // another tool
        QVERIFY(!f.action("hide-regions")->isChecked());
        f.key(Qt::Key_D);
        QTest::mouseClick(f.view().viewport(), Qt::LeftButton, {}, f.onCanvas(200, 100));
        QCOMPARE(f.state().left.picked, 2); // clicks pick again
        QCOMPARE(f.state().left.removed, (std::vector<bool>{false, true, false}));
    }

    void byTheKeyboard()
    {
        TaskFixture f;
        ask(f);
        QAbstractItemView* regions = f.list("regions");
        QTest::mouseClick(regions->viewport(), Qt::LeftButton, {},
                          regions->visualRect(regions->model()->index(0, 0)).center());
        const int picked = f.state().left.picked;
        QVERIFY(picked > 0);
        f.key(Qt::Key_X, Qt::ShiftModifier);
        QTRY_VERIFY(isHiddenAnswer(f));
        QVERIFY(f.state().left.removed[std::size_t(picked)]);
        f.key(Qt::Key_X, Qt::ShiftModifier);
        QTRY_VERIFY(!isHiddenAnswer(f));
    }

    void oneKeyBringsAllBack()
    {
        TaskFixture f;
        ask(f);
        f.rightClick(64, 150);
        f.rightClick(200, 100);
        QTRY_VERIFY(isHiddenAnswer(f) && f.state().answered->removed == std::vector<bool>({false, true, true}));
        const int calls = f.script->started();
        f.view().setFocus();
        f.key(Qt::Key_R);
        QVERIFY(!isHiddenAnswer(f)); // at once: it is known
        QCOMPARE(f.firstAnswer(), QString("red"));
        QCOMPARE(f.script->started(), calls);
        QVERIFY(!f.isSeen("bringBack"));
    }

    void chipsNameWhatIsHidden()
    {
        TaskFixture f;
        ask(f);
        QVERIFY(f.label("whatIfHow").startsWith("Right-click"));
        f.rightClick(64, 150);
        QTRY_VERIFY(f.find<QPushButton>("removedChip"));
        QCOMPARE(f.find<QPushButton>("removedChip")->text(), QString("red square"));
        QVERIFY(f.label("whatIfHow").startsWith("Hidden from the model"));
        QTRY_VERIFY(isHiddenAnswer(f));
        QTRY_VERIFY(f.find<QPushButton>("removedChip")->isVisible());
        QPushButton* chip = nullptr;
        for (auto* button : f.window->findChildren<QPushButton*>("removedChip"))
            chip = button->isVisible() ? button : chip;
        QVERIFY(chip);
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_VERIFY(!isHiddenAnswer(f));
    }

    void anotherQuestionIsComparedWithItsOwnBefore()
    {
        TaskFixture f;
        ask(f);
        f.rightClick(64, 150);
        QTRY_VERIFY(isHiddenAnswer(f));
        const int calls = f.script->started();
        f.type(" now?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(isHiddenAnswer(f) && f.state().answered->question == "what? now?");
        QVERIFY(f.script->started() >= calls + 2); // without and with the hidden region
        QVERIFY(hasBefore(f.state()));
        QCOMPARE(f.bars("answers")[0].before, 0.9);
        QCOMPARE(f.state().history.size(), std::size_t(2));
    }

    void joinsTheFilter()
    {
        TaskFixture f;
        ask(f);
        f.window->workbench().regions(Side::Left).setFilter({98, 0}); // the box goes
        QTRY_VERIFY(f.state().left.hidden.size() == 3 && f.state().left.hidden[2]);
        f.rightClick(64, 150);
        QTRY_VERIFY(isHiddenAnswer(f));
        QCOMPARE(f.asked().hiddenRegions, (std::vector<bool>{false, true, true}));
    }

    void hiddenRegionsReachEveryTaskButFind()
    {
        TaskFixture f;
        f.openTask(Task::MaskedWords);
        f.enter("fillText", "a ball");
        QTRY_VERIFY(f.state().answered);
        f.rightClick(64, 150);
        QTRY_VERIFY(isHiddenAnswer(f));
        QCOMPARE(f.bars("match")[0].before, 0.75);
        QCOMPARE(f.bars("match")[0].probability, 0.4);
        f.choose(Task::RegionToPhrase);
        f.enter("findText", "[the box]");
        QTRY_VERIFY(f.state().answered);
        QVERIFY(f.asked().hiddenRegions.empty());
        QVERIFY(f.window->canvas().left().removed().boxes().empty());
        QVERIFY(!f.action("hide-regions")->isEnabled());
    }

    void anotherPictureHidesNothing()
    {
        TaskFixture f;
        f.open({f.picture("a.png"), f.picture("b.png", QSize(320, 240), Qt::red)});
        QTRY_VERIFY(f.state().left.regions);
        f.rightClick(64, 150);
        QCOMPARE(f.state().left.removed.size(), std::size_t(3));
        f.view().setFocus();
        f.key(Qt::Key_PageDown);
        QTRY_COMPARE(f.state().left.picture->name, QString("b.png"));
        QVERIFY(f.state().left.removed.empty());
        QVERIFY(f.window->canvas().left().removed().boxes().empty());
    }

    void recalledWithWhatWasHidden()
    {
        TaskFixture f;
        ask(f);
        f.rightClick(64, 150);
        QTRY_VERIFY(isHiddenAnswer(f));
        f.type("?");
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.state().history.size(), std::size_t(2));
        f.view().setFocus();
        f.key(Qt::Key_R);
        QTRY_VERIFY(!isHiddenAnswer(f));
        f.recall(0);
        QCOMPARE(f.state().left.removed, (std::vector<bool>{false, true, false}));
        QCOMPARE(f.bars("answers")[0].before, 0.9);
        QCOMPARE(f.window->canvas().left().removed().boxes().size(), std::size_t(1));
    }
};

VBS_TEST_MAIN(WhatIfTest)
#include "what_if_test.moc"
