#include "tests/support/test_main.h"
#include "tests/ui/inside/inside_fixture.h"
#include "ui/inside/curves_page.h"
#include "ui/inside/flip_page.h"

using namespace vbs;
using namespace vbs::test;

/// What takes many runs: begun by the user, beside the window, and forgotten with its question.
class HidingRunsTest : public QObject {
    Q_OBJECT

    static void press(const InsideFixture& f, const char* button)
    {
        QTest::mouseClick(f.panel().view().findChild<QPushButton*>(button), Qt::LeftButton);
    }
    static QString stripText(const CurvesPage& page) { return page.findChild<RunStrip*>("runStrip")->text(); }

private Q_SLOTS:
    void theFlipIsFoundAndHidden()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        f.showView("smallest-flip");
        auto& page = f.viewInSight<FlipPage>();
        QVERIFY(page.isEmpty()); // nothing runs by itself
        press(f, "flipFind");
        QTRY_COMPARE(page.run().stage(), HidingRun::Stage::Done);
        QVERIFY(!page.isEmpty());
        const QString told = page.flipView().sentence();
        QCOMPARE(told, QString("Without the red square the model says: blue."));
        press(f, "flipShow");
        QTRY_VERIFY(f.state().answered && isMarked(f.state().answered->removed, 1));
        QTRY_VERIFY(f.desk().state().isReady());
        QCOMPARE(f.state().answered->result.answers.front().text, std::string("blue"));
        QCOMPARE(page.flipView().sentence(), told); // it is about the question as it was
        press(f, "flipShow");                       // brings it back
        QTRY_VERIFY(!anyMarked(f.state().left.removed));
        QTRY_VERIFY(f.desk().state().isReady());
        QCOMPARE(page.flipView().sentence(), told);
        f.ask("which?");
        QTRY_COMPARE(f.desk().state().looked->request.text, std::string("which?"));
        QVERIFY(page.isEmpty()); // another question
    }

    void curvesAreDrawnOnDemand()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        f.showView("hiding-curves");
        auto& page = f.viewInSight<CurvesPage>();
        QVERIFY(page.isEmpty());
        press(f, "runButton");
        QTRY_COMPARE(page.run().stage(), HidingRun::Stage::Done);
        QVERIFY(!page.isEmpty());
        QVERIFY(!page.findChild<RunStrip*>("runStrip")->isVisible());
    }

    void aRunCanBeCancelled()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        f.showView("hiding-curves");
        auto& page = f.viewInSight<CurvesPage>();
        const int before = f.script->started();
        f.script->push(heldStep());
        press(f, "runButton");
        QCOMPARE(page.run().stage(), HidingRun::Stage::Running);
        QTRY_VERIFY(f.script->started() > before);
        press(f, "runButton"); // Cancel
        QTRY_COMPARE(page.run().stage(), HidingRun::Stage::Cancelled);
        QVERIFY2(stripText(page).contains("cancelled"), qPrintable(stripText(page)));
        press(f, "runButton");
        QTRY_COMPARE(page.run().stage(), HidingRun::Stage::Done);
    }

    void whatFailsIsSaid()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        f.showView("hiding-curves");
        auto& page = f.viewInSight<CurvesPage>();
        f.script->push(errorStep("The engine is out of memory: close other programs."));
        press(f, "runButton");
        QTRY_COMPARE(page.run().stage(), HidingRun::Stage::Failed);
        QCOMPARE(stripText(page), QString("The engine is out of memory: close other programs."));
    }

    void aRunIsForgottenWithItsQuestion()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        f.showView("hiding-curves");
        auto& page = f.viewInSight<CurvesPage>();
        const int before = f.script->started();
        f.script->push(heldStep());
        press(f, "runButton");
        QCOMPARE(page.run().stage(), HidingRun::Stage::Running);
        QTRY_VERIFY(f.script->started() > before);
        f.ask("which?"); // the engine leaves the run for it
        QTRY_COMPARE(page.run().stage(), HidingRun::Stage::Idle);
        QVERIFY(page.isEmpty());
    }

    void findingHasNoSingleAnswer()
    {
        InsideFixture f;
        f.openWithPicture();
        f.window->workbench().setTask(Task::RegionToPhrase);
        f.ask("the square");
        f.openInside();
        f.showView("hiding-curves");
        QVERIFY(stripText(f.viewInSight<CurvesPage>()).startsWith("Find has an answer for each phrase"));
    }
};

VBS_TEST_MAIN(HidingRunsTest)
#include "hiding_runs_test.moc"
