#include "tests/support/test_main.h"
#include "tests/ui/lesson/recorder/recorder_fixture.h"

using namespace vbs;
using namespace vbs::test;

using Wait = BackendScript::Step::Wait;

/// What the model says is recorded beside the window.
class StepRecorderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsMissingIsRecorded()
    {
        RecorderFixture f;
        f.openWhole();
        QTRY_VERIFY(f.workbench->state().pack);
        f.chooseStep(6);
        f.showTab(1);
        QVERIFY(f.part<QLabel>("stepModelTrouble")->isVisible());
        f.press("stepRecord");
        QTRY_COMPARE(f.draft().stateOf(6), StepState::Recorded);
        QVERIFY(!f.part<QLabel>("stepModelTrouble")->isVisible());
        QVERIFY(f.part<QLabel>("stepAnswer")->text().contains("“The ball”"));
        QVERIFY(!f.draft().undoStack().canUndo());
    }

    void cancelLeavesTheRest()
    {
        RecorderFixture f;
        f.openWhole();
        QTRY_VERIFY(f.workbench->state().pack);
        const int calls = f.script->started();
        BackendScript::Step waits;
        waits.wait = Wait::UntilReleased;
        f.script->push(waits);
        f.key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.script->started() > calls);
        QVERIFY2(f.told().contains("step 1 of 6"), qPrintable(f.told()));
        f.chooseStep(0); // the window is not held up
        f.type("stepTitle", "Typed meanwhile");
        QCOMPARE(f.step(0).title, std::string("Typed meanwhile"));
        f.press("runButton");
        QTRY_VERIFY(!f.recorder->recorder().isRunning());
        QCOMPARE(f.draft().stateOf(6), StepState::Missing);
        QCOMPARE(f.draft().stateOf(1), StepState::Recorded); // the earlier recording is not lost
    }

    void anEditMakesItOldAndUndoDoesNot()
    {
        RecorderFixture f;
        f.openWhole();
        f.chooseStep(2);
        f.showTab(1);
        f.choose("stepMethod", "No heatmap");
        f.choose("stepView", "Inside: layers");
        QCOMPARE(f.draft().stateOf(2), StepState::Old);
        QCOMPARE(f.part<QLabel>("stepModelTrouble")->text(),
                 QString("The question was changed since it was recorded: press Record Again."));
        QTRY_VERIFY(f.workbench->state().pack);
        f.key(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(f.draft().stateOf(2), StepState::Recorded);
        QCOMPARE(f.draft().lesson().steps[2].look->inspection.answersByLayer.size(), std::size_t(4));
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.draft().stateOf(2), StepState::Recorded);
    }

    void aFailureIsOneSentence()
    {
        RecorderFixture f;
        f.openWhole();
        QTRY_VERIFY(f.workbench->state().pack);
        f.script->push(errorStep("The engine is tired."));
        f.chooseStep(6);
        f.key(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY2(f.told().contains("The engine is tired."), qPrintable(f.told()));
        QVERIFY(f.told().contains("Find")); // which step
        QCOMPARE(f.draft().stateOf(6), StepState::Missing);
    }

    void theLessonIsCheckedAgainstTheModel()
    {
        RecorderFixture f;
        f.ask("What color is the square?");
        f.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.draft().count(), std::size_t(1));
        QTRY_COMPARE(f.draft().stateOf(0), StepState::Recorded);
        QTRY_VERIFY(!f.recorder->recorder().isRunning());
        f.recorder->findChild<QAction*>("recorder.check")->trigger();
        QTRY_COMPARE(f.told(), QString("All steps are as the model says now."));
        f.script->setOtherwise(answerStep("green"));
        f.recorder->findChild<QAction*>("recorder.check")->trigger();
        QTRY_VERIFY(f.part<QMessageBox>("differences"));
        QVERIFY2(f.part<QMessageBox>("differences")->text().contains("Step 1"),
                 qPrintable(f.part<QMessageBox>("differences")->text()));
        answerQuestion(*f.recorder, "differences", "Record All");
        QTRY_COMPARE(f.draft().lesson().steps[0].recorded->answers.front().text, std::string("green"));
    }

    void takenFromTheWindowAndShownThere()
    {
        RecorderFixture f;
        f.ask("What color is the square?");
        f.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.draft().count(), std::size_t(1));
        f.type("stepTitle", "My title");
        f.workbench->regions(Side::Left).toggle(1);
        f.workbench->ask("Where is it?");
        QTRY_VERIFY(f.workbench->state().answered && f.workbench->state().answered->question == "Where is it?");
        f.showTab(1);
        f.press("stepTake");
        QTRY_COMPARE(f.step(0).asked, std::string("Where is it?"));
        QCOMPARE(f.step(0).title, std::string("My title"));
        QCOMPARE(f.step(0).hidden, (std::vector<std::size_t>{1}));
        QTRY_COMPARE(f.draft().stateOf(0), StepState::Recorded);
        f.workbench->open({f.picture("other.png")});
        QTRY_COMPARE(f.workbench->state().left.picture->name, QString("other.png"));
        f.press("stepShow");
        QTRY_COMPARE(f.workbench->state().left.picture->name, QString("toys.png"));
        QTRY_COMPARE(f.workbench->state().question, QString("Where is it?"));
        QTRY_VERIFY(isMarked(f.workbench->state().left.removed, 1));
    }
};

VBS_TEST_MAIN(StepRecorderTest)
#include "step_recorder_test.moc"
