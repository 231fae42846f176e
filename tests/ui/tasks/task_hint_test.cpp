#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"

using namespace vbs;
using namespace vbs::test;

/// Texts that another task is for.
class TaskHintTest : public QObject {
    Q_OBJECT

    static constexpr Task kAsk = Task::VisualQuestionAnswering, kCompare = Task::VisualReasoning,
                          kFind = Task::RegionToPhrase, kFill = Task::MaskedWords;

private Q_SLOTS:
    void theButtonLeadsToTheRightTask_data()
    {
        QTest::addColumn<Task>("task");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hint");
        QTest::addColumn<Task>("better");
        const auto row = [](Task task, const char* text, const char* hint, Task better) {
            QTest::addRow("%s", text) << task << QString(text) << QString(hint) << better;
        };
        row(kAsk, "A dog chases the cat.", "This is a statement, not a question.", kFill);
        row(kAsk, "Both pictures show a square.", "This is a statement about two pictures.", kCompare);
        row(kAsk, "The square is ___.", "Blanks are filled in on another page.", kFill);
        row(kAsk, "find the square", "Ask answers questions; Find looks for things.", kFind);
        row(kCompare, "what's in the left picture", "This is a question; Compare judges statements.", kAsk);
        row(kCompare, "In the picture, what is red", "This is a question; Compare judges statements.", kAsk);
        row(kCompare, "show me the square", "Compare judges statements; Find looks for things.", kFind);
        row(kCompare, "Both are ___.", "Blanks are filled in on another page.", kFill);
        row(kFind, "tell me where the square is", "This is a question; Find looks for things.", kAsk);
        row(kFind, "the ___ square", "Blanks are filled in on another page.", kFill);
        row(kFill, "On which side is the square", "This is a question; Fill in reads statements.", kAsk);
        row(kFill, "The left picture shows a square.", "This is a statement about two pictures.", kCompare);
        row(kFill, "look for the square", "Fill in reads captions; Find looks for things.", kFind);
    }
    void theButtonLeadsToTheRightTask()
    {
        QFETCH(Task, task);
        QFETCH(QString, text);
        QFETCH(QString, hint);
        QFETCH(Task, better);
        TaskFixture f;
        f.openTask(task);
        f.enter(textName(task), text, false);
        auto* elsewhere = f.find<QAbstractButton>(qPrintable(taskPrefix(task) + "Elsewhere"));
        QVERIFY(elsewhere->isVisible());
        QCOMPARE(f.label(task == kAsk ? "hint" : qPrintable(taskPrefix(task) + "Hint")), hint);
        QTest::mouseClick(elsewhere, Qt::LeftButton);
        QCOMPARE(f.state().task, better);
        QCOMPARE(f.state().question, text);
        QVERIFY(!f.isSeen(qPrintable(taskPrefix(better) + "Elsewhere"))); // not sent from one to the next
    }

    void whatFitsIsLeftAlone_data()
    {
        QTest::addColumn<Task>("task");
        QTest::addColumn<QString>("text");
        const auto row = [](Task task, const char* text) { QTest::addRow("%s", text) << task << QString(text); };
        row(kAsk, "whats this");
        row(kAsk, "the square that is red");
        row(kAsk, "Is there a square in both pictures");
        row(kCompare, "Both pictures show a square.");
        row(kCompare, "When it rains, nobody is there.");
        row(kFind, "find the red square");
        row(kFind, "The dog that is brown chases the cat.");
        row(kFill, "A can of paint stands there.");
    }
    void whatFitsIsLeftAlone()
    {
        QFETCH(Task, task);
        QFETCH(QString, text);
        TaskFixture f;
        f.openTask(task);
        f.enter(textName(task), text, false);
        QCOMPARE(f.state().question, text);
        QVERIFY(!f.isSeen(qPrintable(taskPrefix(task) + "Elsewhere")));
    }

    /// Where the pack cannot compare, a statement about two pictures is one all the same.
    void onlyToTasksThatThePackCanDo()
    {
        TaskFixture f;
        LoadPackResult pack = scriptedPack();
        std::erase(pack.pack.tasks, kCompare);
        f.expectPack(pack);
        f.openTask(kAsk);
        f.enter("question", "Both pictures show a square.", false);
        QCOMPARE(f.label("hint"), QString("This is a statement, not a question."));
        QTest::mouseClick(f.find<QAbstractButton>("askElsewhere"), Qt::LeftButton);
        QCOMPARE(f.state().task, kFill);
    }

private:
    static QString taskPrefix(Task task)
    {
        return task == kAsk ? "ask" : task == kCompare ? "compare" : task == kFind ? "find" : "fill";
    }
    static const char* textName(Task task)
    {
        return task == kAsk ? "question" : task == kCompare ? "compareText" : task == kFind ? "findText" : "fillText";
    }
};

VBS_TEST_MAIN(TaskHintTest)
#include "task_hint_test.moc"
