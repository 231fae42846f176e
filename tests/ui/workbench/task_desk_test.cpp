#include "ui/workbench/task_desk.h"

#include "tests/support/test_main.h"
#include "tests/ui/workbench/parts.h"

namespace vbs::test {
namespace {

/// Asks each task of the choosers its own name, and answers it.
void answerAll(TaskDesk& desk, TaskInHand& shown)
{
    for (const TaskSpec& spec : taskTable()) {
        desk.swapTo(spec.task);
        shown.question = spec.id();
        shown.answered = answeredWith(spec.id(), "yes");
        shown.before = shown.answered;
    }
}

} // namespace

class TaskDeskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachTaskKeepsItsOwn()
    {
        TaskInHand shown;
        TaskDesk desk(shown);
        answerAll(desk, shown);
        for (const TaskSpec& spec : taskTable()) {
            desk.swapTo(spec.task);
            QCOMPARE(shown.task, spec.task);
            QCOMPARE(shown.question, spec.id());
            QCOMPARE(shown.answered->question, spec.id());
            QVERIFY(desk.parked(spec.task).question.isEmpty()); // it is in hand
        }
    }

    void toTheTaskInHandNothingChanges()
    {
        TaskInHand shown;
        TaskDesk desk(shown);
        shown.question = "what?";
        desk.swapTo(shown.task);
        QCOMPARE(shown.question, QString("what?"));
    }

    /// Which answers stay when something goes; texts stay in any case.
    void dropping_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("inHand");
        for (const char* inHand : {"ask", "compare"}) {
            for (const char* what : {"all", "pairs", "in hand"})
                QTest::addRow("%s, %s shown", what, inHand) << what << inHand;
        }
    }
    void dropping()
    {
        QFETCH(QString, what);
        QFETCH(QString, inHand);
        TaskInHand shown;
        TaskDesk desk(shown);
        answerAll(desk, shown);
        const bool pair = inHand == "compare";
        desk.swapTo(pair ? twoPictureTask().task : packQuestionTask().task);
        if (what == "all")
            desk.dropAnswers();
        else if (what == "pairs")
            desk.dropAnswersOfPairs();
        else
            desk.dropAnswer();
        for (const TaskSpec& spec : taskTable()) {
            const bool isInHand = spec.task == shown.task;
            const bool stays = what == "all" ? false : what == "pairs" ? !spec.twoPictures() : !isInHand;
            const TaskInHand& task = isInHand ? shown : desk.parked(spec.task);
            QCOMPARE(task.answered.has_value(), stays);
            QCOMPARE(task.before.has_value(), stays);
            QCOMPARE(task.question, spec.id());
        }
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::TaskDeskTest)
#include "task_desk_test.moc"
