#include "tests/support/test_main.h"
#include "tests/ui/lesson/player_fixture.h"
#include "ui/lesson/try_card.h"
#include "ui/tasks/bars_view.h"

namespace vbs::test {

class ModelTrialTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAModelThatIsSaid();
    void theSameAnswerIsCalledTheSame();
    void anotherAnswerIsCalledDifferent();
    void anotherQuestionIsAsked();
    void anotherModelIsNamed();
    void aTaskThatTheModelLacksIsNamed();
    void theWindowDoesNotWait();
    void aFailureIsASentence();
    void phrasesAreWhereTheyStand();

private:
    static BackendScript::Step loaded(const char* name, std::vector<Task> tasks)
    {
        LoadPackResult pack;
        pack.pack.name = name;
        pack.pack.title = "A pack";
        pack.pack.tasks = std::move(tasks);
        pack.device.device = "cpu";
        BackendScript::Step step;
        step.reply = pack;
        return step;
    }
    static BackendScript::Step says(const std::string& answer)
    {
        BackendScript::Step step;
        step.reply = cannedResult(320, 240, answer);
        return step;
    }
    static void load(PlayerFixture& f, const char* name = "picture-book",
                     std::vector<Task> tasks = {Task::VisualQuestionAnswering})
    {
        f.script->push(loaded(name, std::move(tasks)));
        f.workbench->loadPack("somewhere");
        QTRY_VERIFY(f.workbench->state().pack);
    }
    /// Opens the card of a step about the ball's colour.
    static void openCard(PlayerFixture& f, int step = 1)
    {
        f.play(tourLesson(), step);
        f.player->now().reveal();
        QTRY_VERIFY(f.isSeen("tryOffer"));
        f.click("tryOffer");
    }
};

void ModelTrialTest::withoutAModelThatIsSaid()
{
    PlayerFixture f;
    openCard(f);
    QVERIFY2(f.text("tryNote").contains("No model is loaded"), qPrintable(f.text("tryNote")));
    QVERIFY(!f.isSeen("tryText"));
    load(f); // it comes later
    QTRY_VERIFY(f.isSeen("tryText"));
    QVERIFY(!f.isSeen("tryNote"));
}

void ModelTrialTest::theSameAnswerIsCalledTheSame()
{
    PlayerFixture f;
    load(f);
    f.script->push(says("orange"));
    openCard(f);
    QCOMPARE(f.find<QLineEdit>("tryText")->text(), QString("What color is the ball?"));
    f.click("tryAsk");
    QTRY_VERIFY(f.isSeen("tryVerdict"));
    QVERIFY2(f.text("tryVerdict").startsWith("It says the same as was recorded: orange ("),
             qPrintable(f.text("tryVerdict")));
    QCOMPARE(f.find<BarsView>("trySaid")->bars().front().text, QString("orange"));
    const InferenceRequest asked = f.script->requests().back();
    QCOMPARE(asked.text, std::string("What color is the ball?"));
    QVERIFY(asked.image);
    QCOMPARE(int(asked.explanation.method), int(f.player->now().step()->explanation.method));
}

void ModelTrialTest::anotherAnswerIsCalledDifferent()
{
    PlayerFixture f;
    load(f);
    f.script->push(says("purple"));
    openCard(f);
    f.click("tryAsk");
    QTRY_VERIFY(f.isSeen("tryVerdict"));
    const QString said = f.text("tryVerdict");
    QVERIFY2(said.startsWith("It differs: it says purple (") && said.contains("orange ("), qPrintable(said));
}

void ModelTrialTest::anotherQuestionIsAsked()
{
    PlayerFixture f;
    load(f);
    f.script->push(says("two"));
    openCard(f);
    auto* text = f.find<QLineEdit>("tryText");
    text->selectAll();
    QTest::keyClicks(text, "How many balls?");
    QTest::keyClick(text, Qt::Key_Return);
    QTRY_VERIFY(f.isSeen("tryVerdict"));
    QCOMPARE(f.script->texts().back(), std::string("How many balls?"));
    QVERIFY(f.text("tryVerdict").contains("something else"));
    QCOMPARE(f.player->now().at(), 1); // its keys turned no page
}

void ModelTrialTest::anotherModelIsNamed()
{
    PlayerFixture f;
    load(f, "another");
    openCard(f);
    QVERIFY2(f.text("tryNote").contains("A pack") && f.text("tryNote").contains("picture-book"),
             qPrintable(f.text("tryNote")));
    QVERIFY(f.isSeen("tryText"));
}

void ModelTrialTest::aTaskThatTheModelLacksIsNamed()
{
    PlayerFixture f;
    load(f, "picture-book", {Task::VisualReasoning});
    openCard(f);
    QVERIFY2(f.text("tryNote").contains("has no model for"), qPrintable(f.text("tryNote")));
    QVERIFY(!f.isSeen("tryText"));
}

void ModelTrialTest::theWindowDoesNotWait()
{
    PlayerFixture f;
    load(f);
    BackendScript::Step slow = says("orange");
    slow.wait = BackendScript::Step::Wait::UntilReleased;
    f.script->push(slow);
    openCard(f);
    f.click("tryAsk");
    QTRY_COMPARE(f.script->started(), 2);
    QVERIFY(f.text("tryNote").contains("being asked"));
    f.player->setFocus();
    f.key(Qt::Key_Right); // and the lesson goes on meanwhile
    QCOMPARE(f.player->now().at(), 2);
    f.script->release();
    f.key(Qt::Key_Left);
    QTRY_VERIFY(f.isSeen("tryOffer"));
}

void ModelTrialTest::aFailureIsASentence()
{
    PlayerFixture f;
    load(f);
    BackendScript::Step fails;
    fails.reply = ErrorInfo{ErrorCode::Internal, "The engine is tired."};
    f.script->push(fails);
    openCard(f);
    f.click("tryAsk");
    QTRY_COMPARE(f.text("tryNote"), QString("The engine is tired."));
    QVERIFY(!f.isSeen("tryVerdict"));
}

void ModelTrialTest::phrasesAreWhereTheyStand()
{
    LessonStep step;
    step.asked = "the ball and the ball";
    step.phrases = {{0, 8}, {13, 21}};
    const auto moved = asking(step, "see the ball, then the ball");
    QVERIFY(moved);
    QCOMPARE(moved->phrases, (std::vector<TextSpan>{{4, 12}, {19, 27}}));
    QVERIFY(!asking(step, "nothing of it"));
}

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::ModelTrialTest)
#include "model_trial_test.moc"
