#include "tests/support/test_main.h"
#include "tests/ui/inside/inside_fixture.h"

using namespace vbs;
using namespace vbs::test;

/// When the network is looked into, and what is said meanwhile.
class InsideDeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksOnlyWhileSomebodyWatches()
    {
        InsideFixture f;
        f.openAnswered();
        QCOMPARE(f.looks(), 0);
        f.openInside();
        QCOMPARE(f.looks(), 1);
        QVERIFY(f.told().isEmpty());
        f.key(Qt::Key_F8);
        QVERIFY(!f.find<QDockWidget>("insideDock")->isVisible());
        f.ask("which?");
        QCOMPARE(f.looks(), 1);
        f.openInside(); // it is the new question's, at once
        QCOMPARE(f.looks(), 2);
        QCOMPARE(f.desk().state().looked->request.text, std::string("which?"));
    }

    void withoutAQuestionItSaysWhatToDo()
    {
        InsideFixture f;
        f.open();
        f.key(Qt::Key_F8);
        QVERIFY2(f.told().startsWith("Open a picture"), qPrintable(f.told()));
        QVERIFY(!f.panel().view().isVisible());
        f.window->workbench().open({f.picture("picture.png")});
        QTRY_VERIFY(f.state().left.regions);
        QTRY_VERIFY2(f.told().contains("question"), qPrintable(f.told()));
        f.ask("what?");
        QTRY_VERIFY(f.desk().state().isReady());
        QVERIFY(f.panel().view().isVisible());
    }

    void anOvertakenQuestionIsDropped()
    {
        InsideFixture f;
        f.openAnswered();
        f.script->push(heldStep());
        f.key(Qt::Key_F8);
        QTRY_COMPARE(f.looks(), 1);
        QCOMPARE(f.desk().state().stage, InsideState::Stage::Computing);
        f.ask("which?"); // the engine is free for it, since looking was stopped
        QTRY_VERIFY(f.desk().state().isReady());
        QCOMPARE(f.desk().state().looked->request.text, std::string("which?"));
        QCOMPARE(f.desk().kept(), std::size_t(1));
    }

    void theOldOneStaysInSightUntilTheNewOneIsThere()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        f.type("which?");
        QVERIFY(isStale(f.state()));
        QCOMPARE(f.desk().state().stage, InsideState::Stage::Waiting);
        QVERIFY(f.panel().view().isVisible());
        QCOMPARE(f.desk().state().looked->request.text, std::string("what?"));
        QTRY_VERIFY(f.desk().state().isReady());
        QVERIFY(f.desk().state().looked->request.text != "what?");
    }

    void itCanBeCancelled()
    {
        InsideFixture f;
        f.openAnswered();
        BackendScript::Step step = heldStep();
        step.progress = {{"Looking at the picture", 0.5}};
        f.script->push(step);
        f.key(Qt::Key_F8);
        QTRY_COMPARE(f.told(), QString("Looking inside the model."));
        f.clickStrip();
        QCOMPARE(f.told(), QString("Looking inside the model was cancelled."));
        QCOMPARE(f.desk().state().stage, InsideState::Stage::Cancelled);
        f.clickStrip(); // again
        QTRY_VERIFY(f.desk().state().isReady());
        QVERIFY(f.told().isEmpty());
        QCOMPARE(f.looks(), 2);
    }

    void aRefusalIsSaid()
    {
        InsideFixture f;
        f.openAnswered();
        f.script->push(errorStep("This network's layers see the text alone, so there is nothing to look into."));
        f.key(Qt::Key_F8);
        QTRY_VERIFY2(f.told().contains("nothing to look into"), qPrintable(f.told()));
        QVERIFY(!f.panel().view().isVisible());
        QVERIFY(f.message().isEmpty()); // it is said where it belongs
        f.ask("which?");
        QTRY_VERIFY(f.desk().state().isReady());
    }

    void whatWasSeenIsKept()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        f.ask("which?");
        QTRY_COMPARE(f.desk().state().looked->request.text, std::string("which?"));
        f.ask("what?");
        QTRY_COMPARE(f.desk().state().looked->request.text, std::string("what?"));
        QCOMPARE(f.looks(), 2);
        for (int i = 0; i < int(InsideDesk::kMostKept) + 2; ++i) {
            f.ask(QString("what %1?").arg(i));
            QTRY_COMPARE(f.desk().state().looked->request.text, QString("what %1?").arg(i).toStdString());
        }
        QCOMPARE(f.desk().kept(), InsideDesk::kMostKept);
    }

    void hidingARegionIsAnotherQuestion()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        const AttentionChoice choice{1, 2, 5, true};
        f.desk().choose(choice);
        f.window->workbench().regions(Side::Left).toggle(1);
        QTRY_VERIFY(!f.desk().state().looked->request.hiddenRegions.empty());
        QVERIFY(f.desk().state().looked->request.hiddenRegions[1]);
        QVERIFY(f.desk().choice() == choice); // the text and the regions are the same
    }

    void everyTaskIsLookedInto_data()
    {
        QTest::addColumn<int>("task");
        QTest::addColumn<QString>("text");
        QTest::newRow("choose") << int(Task::MultipleChoice) << "what?";
        QTest::newRow("find") << int(Task::RegionToPhrase) << "the square";
        QTest::newRow("fill in") << int(Task::MaskedWords) << "a ___ square";
        QTest::newRow("caption") << int(Task::MaskedWords) << "a square";
        QTest::newRow("compare") << int(Task::VisualReasoning) << "Both show a square.";
    }
    void everyTaskIsLookedInto()
    {
        QFETCH(int, task);
        QFETCH(QString, text);
        InsideFixture f;
        f.openWithPicture();
        f.window->workbench().setTask(Task(task));
        if (Task(task) == Task::VisualReasoning)
            f.window->workbench().open({f.picture("right.png")}, Side::Right);
        if (Task(task) == Task::MultipleChoice)
            f.window->workbench().setInput({text, {"one", "another"}});
        QTRY_VERIFY(f.state().left.regions);
        f.ask(text);
        f.openInside();
        for (const char* view : {"attention", "heads", "layers", "flow", "points", "smallest-flip", "hiding-curves"}) {
            f.showView(view);
            QVERIFY(f.panel().view().isVisible());
            QVERIFY(!f.find<QLabel>("insideSentence")->text().isEmpty());
        }
    }
};

VBS_TEST_MAIN(InsideDeskTest)
#include "inside_desk_test.moc"
