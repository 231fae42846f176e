#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"

#include <QComboBox>
#include <QFontMetrics>
#include <QSet>
#include <QToolButton>

using namespace vbs;
using namespace vbs::test;

/// Changing tasks, what they share, and the history of all of them.
class TasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noHeadingWithoutExamples()
    {
        WindowFixture f;
        f.open();
        QVERIFY(f.find<QLabel>("examplesTitle")->isVisible());
        WindowFixture none;
        LoadPackResult pack = scriptedPack();
        pack.pack.exampleQuestions.clear();
        none.expectPack(pack);
        none.open();
        QVERIFY(!none.find<QAbstractButton>("exampleChip"));
        QVERIFY(!none.find<QLabel>("examplesTitle")->isVisible());
    }

    void onlyWhatThePackCanDo()
    {
        WindowFixture f;
        LoadPackResult pack = scriptedPack();
        pack.pack.tasks = {Task::VisualQuestionAnswering, Task::CaptionMatch};
        f.expectPack(pack);
        f.open();
        const auto enabled = [&](const char* name) { return f.find<QWidget>(name)->isEnabled(); };
        QVERIFY(enabled("task-button-ask"));
        QVERIFY(enabled("task-button-fill")); // one of its two models is enough
        for (const char* name : {"task-button-compare", "task-button-choose", "task-button-find"}) {
            QVERIFY(!enabled(name));
            QVERIFY(f.find<QWidget>(name)->toolTip().contains("has no model"));
        }
        QVERIFY(!f.action("task-find")->isEnabled());
    }

    /// The names of the tasks, whose row once cut them.
    void namesAreWhole_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("oneRow");
        QTest::newRow("normal") << 100 << true;
        QTest::newRow("huge") << 200 << false;
        QTest::newRow("normal again") << 100 << true;
    }
    void namesAreWhole()
    {
        QFETCH(int, percent);
        QFETCH(bool, oneRow);
        WindowFixture f;
        f.open();
        for (const int size : {200, percent}) { // also after another one
            f.action(QStringLiteral("text-size-%1").arg(size).toLatin1().constData())->trigger();
            QCoreApplication::sendPostedEvents();
        }
        QSet<int> rows;
        for (const char* name :
             {"task-button-ask", "task-button-compare", "task-button-choose", "task-button-find", "task-button-fill"}) {
            const auto* button = f.find<QToolButton>(name);
            QFont font = button->font();
            font.setBold(true);
            QTRY_VERIFY2(button->width() >= QFontMetrics(font).horizontalAdvance(button->text()), name);
            rows.insert(button->y());
        }
        QCOMPARE(rows.size() == 1, oneRow);
        f.action("text-size-100")->trigger();
    }

    void aPackWithoutTheTaskInHand()
    {
        WindowFixture f;
        LoadPackResult pack = scriptedPack();
        pack.pack.tasks = {Task::RegionToPhrase};
        f.expectPack(pack);
        f.open();
        QCOMPARE(f.state().task, Task::RegionToPhrase);
        QVERIFY(f.find<QWidget>("findText")->isVisible());
        QVERIFY(!f.question()->isVisible());
    }

    void eachTaskKeepsItsTextAndAnswer()
    {
        TaskFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        f.key(Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(f.state().task, Task::MaskedWords);
        QVERIFY(f.state().left.picture);
        QVERIFY(!f.state().answered);
        f.enter("fillText", "a ball");
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.asked().task, Task::CaptionMatch);
        const int calls = f.script->started();
        f.choose(Task::VisualQuestionAnswering);
        QCOMPARE(f.question()->text(), QString("what?"));
        QCOMPARE(f.firstAnswer(), QString("red")); // at once
        f.choose(Task::MaskedWords);
        QCOMPARE(f.find<SentenceEdit>("fillText")->text(), QString("a ball"));
        QVERIFY(f.state().answered);
        QCOMPARE(f.script->started(), calls); // nothing is computed again
    }

    void anotherPictureIsAnsweredByTheTaskInHand()
    {
        TaskFixture f;
        f.open({f.picture("a.png"), f.picture("b.png", QSize(320, 240), Qt::red)});
        QTRY_VERIFY(f.state().left.regions);
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        f.choose(Task::MaskedWords);
        f.enter("fillText", "a ball");
        QTRY_VERIFY(f.state().answered);
        f.view().setFocus();
        f.key(Qt::Key_PageDown);
        QTRY_COMPARE(f.state().left.picture->name, QString("b.png"));
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.state().answered->task, Task::MaskedWords);
        f.choose(Task::VisualQuestionAnswering); // its answer was about the picture before
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.asked().task, Task::VisualQuestionAnswering);
    }

    void taskSurvivesARestart()
    {
        TaskFixture f;
        f.openTask(Task::MultipleChoice);
        f.window->close();
        f.window.reset();
        f.expectPack(scriptedPack());
        f.open();
        QCOMPARE(f.state().task, Task::MultipleChoice);
        QVERIFY(f.isSeen("chooseText"));
    }

    void whatTheTextAloneWouldSay()
    {
        TaskFixture f;
        f.openWithPicture();
        f.type("is it red?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        QVERIFY(f.asked().blindToo);
        QVERIFY(f.isSeen("blindText"));
        QCOMPARE(f.label("blindText"), QString("The picture changed the answer from yes (52 %) to red."));
        QCOMPARE(f.bars("answers").front().blind, 0.3);
        QVERIFY(f.spoken("answers").contains("text alone 30 %"));
    }

    void methods()
    {
        TaskFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.state().why.method, kUsualExplanation.method);
        auto* methods = f.find<QComboBox>("whyMethod");
        QCOMPARE(methods->count(), 5);
        f.window->workbench().setWhy({ExplanationMethod::Attention, -1, -1}); // the first of the list
        QTRY_COMPARE(f.state().answered->why.method, ExplanationMethod::Attention);
        for (const auto method :
             {ExplanationMethod::Rollout, ExplanationMethod::Relevance, ExplanationMethod::Occlusion}) {
            methods->setFocus();
            QTest::keyClick(methods, Qt::Key_Down);
            QTRY_COMPARE(f.state().answered->why.method, method);
            QVERIFY(!f.isSeen("whyLayer")); // it has no layers to choose
        }
        QCOMPARE(f.asked().explanation.method, ExplanationMethod::Occlusion);
        f.choose(Task::RegionToPhrase);
        QVERIFY(!methods->isVisible()); // where the phrases are is the reason itself
    }

    void unknownWordsAreNamedByEveryTask()
    {
        TaskFixture f;
        f.openTask(Task::MaskedWords);
        InferenceResult result = cannedResult(320, 240);
        result.answers.clear();
        result.match = 0.5;
        result.unknownWords = {"zeppelin"};
        BackendScript::Step step;
        step.reply = result;
        f.script->push(step);
        f.enter("fillText", "a zeppelin");
        QTRY_VERIFY(f.isSeen("fillHint"));
        QVERIFY(f.label("fillHint").contains("zeppelin"));
    }

    void historyRecallsTaskAndInputs()
    {
        TaskFixture f;
        f.openTask(Task::MultipleChoice);
        f.enter("chooseText", "which?", false);
        const auto edits = f.window->findChildren<QLineEdit*>("choice");
        QCOMPARE(edits.size(), 2);
        QTest::keyClicks(edits[0], "a");
        QTest::keyClicks(edits[1], "bcd");
        QTest::mouseClick(f.find<QWidget>("chooseButton"), Qt::LeftButton);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        f.choose(Task::RegionToPhrase);
        f.enter("findText", "[the square]");
        QTRY_COMPARE(f.state().history.size(), std::size_t(2));
        const int calls = f.script->started();

        const QAbstractItemModel* cards = f.list("history")->model();
        QCOMPARE(cards->index(0, 0).data().toString(), QString("[the square]"));
        QVERIFY(cards->index(1, 0).data(Qt::AccessibleTextRole).toString().startsWith("Choose: which? bcd"));
        f.recall(1);
        QCOMPARE(f.state().task, Task::MultipleChoice);
        QCOMPARE(f.state().choices, QStringList({"a", "bcd"}));
        QCOMPARE(f.state().question, QString("which?"));
        QVERIFY(f.state().answered);
        f.recall(0);
        QCOMPARE(f.state().task, Task::RegionToPhrase);
        QCOMPARE(f.bars("phrases").size(), std::size_t(1));
        QCOMPARE(f.script->started(), calls); // nothing is computed again
    }

    void examplesBringTheirPicturesAndInputs()
    {
        TaskFixture f;
        LoadPackResult pack = scriptedPack();
        pack.pack.examples = {
            {Task::VisualReasoning, toPath(f.picture("l.png")), toPath(f.picture("r.png")), "Both are blue.", {}},
            {Task::MultipleChoice, toPath(f.picture("l.png")), {}, "", {"one", "three"}}};
        f.expectPack(pack);
        f.openWithPicture();
        f.choose(Task::VisualReasoning);
        const auto chip = [&] {
            QAbstractButton* shown = nullptr;
            for (auto* button : f.window->findChildren<QAbstractButton*>("exampleChip"))
                shown = button->isVisible() ? button : shown;
            return shown;
        };
        QTRY_VERIFY(chip() && chip()->text() == "Sample: Both are blue.");
        QTest::mouseClick(chip(), Qt::LeftButton);
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.state().left.picture->name, QString("l.png"));
        QCOMPARE(f.state().right.picture->name, QString("r.png"));
        for (const QString& recent : f.window->settings().recentFiles())
            QVERIFY2(recent.endsWith("picture.png"), qPrintable(recent)); // the pack's pictures are not the user's
        QCOMPARE(f.state().history.size(), std::size_t(1));
        f.choose(Task::MultipleChoice);
        QTRY_VERIFY(chip() && chip()->text() == "Sample: one / three");
        QTest::mouseClick(chip(), Qt::LeftButton);
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.asked().choices, (std::vector<std::string>{"one", "three"}));
    }
};

VBS_TEST_MAIN(TasksTest)
#include "tasks_test.moc"
