#include "core/base/file_io.h"
#include "tests/support/test_main.h"
#include "tests/ui/lesson/player_fixture.h"
#include "ui/lesson/lesson_results.h"

namespace vbs::test {

class LessonResultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resultsOutliveTheProgram();
    void everyStudentHasTheirOwn();
    void anotherQuizIsNotAnswered();
    void theClosingPageCounts();
    void resultsAreSavedAsCsv();
    void resultsAreForgotten();
    void aPreviewKeepsNothing();
    void aDamagedFileIsTold();

private:
    /// Answers the quiz of a step right or wrong, by keys.
    static void answer(PlayerFixture& f, int step, bool right)
    {
        f.player->now().go(step);
        f.key(right ? Qt::Key_2 : Qt::Key_1);
        f.key(Qt::Key_Return);
    }
    static LessonResults onDisk(const PlayerFixture& f, const QString& student = {})
    {
        return readLessonResults(f.path("results"), tourLesson(), student);
    }
};

void LessonResultsTest::resultsOutliveTheProgram()
{
    PlayerFixture f;
    f.play();
    answer(f, 1, true);
    answer(f, 3, false);
    f.key(Qt::Key_2);
    f.key(Qt::Key_Return);
    f.restart();
    f.play();
    QCOMPARE(f.player->now().results().size(), std::size_t(2));
    QVERIFY(f.player->now().result(1));
    QCOMPARE(f.player->now().result(3)->tries, 2);
    QCOMPARE(f.player->now().result(3)->response.options, std::vector<std::size_t>{1});
    QCOMPARE(f.player->now().right(), 2);
    f.player->now().go(3);
    QVERIFY(f.text("quizWords").contains("Right."));
}

void LessonResultsTest::everyStudentHasTheirOwn()
{
    PlayerFixture f;
    f.play();
    answer(f, 3, true);
    const auto nameStudent = [&](const QString& name) {
        f.key(Qt::Key_End);
        auto* line = f.find<QLineEdit>("student");
        QTest::mouseClick(line, Qt::LeftButton);
        line->selectAll();
        QTest::keyClicks(line, name);
        QTest::keyClick(line, Qt::Key_Return);
    };
    nameStudent("Ada"); // what nobody's name stood at is hers
    QCOMPARE(f.player->now().right(), 1);
    QTRY_COMPARE(onDisk(f, "Ada").size(), std::size_t(1));
    QTRY_VERIFY(onDisk(f).empty());
    nameStudent("Bo");
    QCOMPARE(f.text("resultsScore"), QString("0 of 5 right"));
    QCOMPARE(f.text("result4"), QString("not answered"));
    QTRY_COMPARE(onDisk(f, "Ada").size(), std::size_t(1));
    nameStudent("Ada");
    QCOMPARE(f.text("resultsScore"), QString("1 of 5 right"));
    QCOMPARE(f.settings->student(), QString("Ada"));
}

void LessonResultsTest::anotherQuizIsNotAnswered()
{
    PlayerFixture f;
    f.play();
    answer(f, 3, true);
    answer(f, 1, true);
    f.restart();
    Lesson changed = tourLesson();
    changed.steps[3].quiz.question = "Another question?";
    f.play(changed);
    QVERIFY(!f.player->now().result(3));
    QVERIFY(f.player->now().result(1));
}

void LessonResultsTest::theClosingPageCounts()
{
    PlayerFixture f;
    f.play();
    answer(f, 1, true);
    answer(f, 3, false);
    f.key(Qt::Key_End);
    QCOMPARE(f.text("resultsScore"), QString("1 of 5 right"));
    QVERIFY(f.text("result2").contains("right"));
    QVERIFY(f.text("result4").contains("wrong"));
    QCOMPARE(f.text("result5"), QString("not answered"));
    QVERIFY(!f.find<QLabel>("result1")); // it has no quiz
    f.click("resultsAgain");
    QCOMPARE(f.player->now().at(), 0);
}

void LessonResultsTest::resultsAreSavedAsCsv()
{
    PlayerFixture f;
    f.settings->student.set("Ada");
    f.play();
    answer(f, 1, true);
    answer(f, 3, false);
    f.key(Qt::Key_End);
    f.chooser.target = f.path("out.csv");
    f.click("resultsSave");
    QVERIFY(f.chooser.proposed.endsWith("/tour-results.csv"));
    QTRY_VERIFY(f.text("resultsTold").contains("out.csv"));
    const std::string table = readTextFile(toPath(f.path("out.csv")));
    std::vector<LessonResult> results;
    for (const auto& [step, result] : f.player->now().results())
        results.push_back(result);
    QCOMPARE(table, "\xef\xbb\xbf" + lessonResultsCsv(tourLesson(), results, "Ada"));
    QCOMPARE(std::count(table.begin(), table.end(), '\n'), 3);
    f.chooser.target = "/proc/none.csv";
    f.click("resultsSave");
    QTRY_VERIFY(f.text("resultsTold").contains("/proc/none.csv"));
}

void LessonResultsTest::resultsAreForgotten()
{
    PlayerFixture f;
    f.play();
    answer(f, 3, true);
    QTRY_COMPARE(onDisk(f).size(), std::size_t(1));
    f.key(Qt::Key_End);
    f.click("resultsReset");
    QCOMPARE(f.text("resultsScore"), QString("0 of 5 right"));
    QTRY_VERIFY(onDisk(f).empty());
}

void LessonResultsTest::aPreviewKeepsNothing()
{
    PlayerFixture f;
    f.player->play(tourLesson(), 3, LessonPlayer::Keep::Nothing);
    QVERIFY(QTest::qWaitForWindowExposed(f.player.get()));
    f.key(Qt::Key_2);
    f.key(Qt::Key_Return);
    QCOMPARE(f.player->now().right(), 1);
    f.restart(); // what is under way has been written then
    QVERIFY(!QFileInfo::exists(f.path("results")));
}

void LessonResultsTest::aDamagedFileIsTold()
{
    PlayerFixture f;
    for (const char* damaged : {"{\"students\": 7}", "[",
                                "{\"students\": {\"\": [{\"step\": 4, \"kind\": \"one\", "
                                "\"question\": \"Which layer was the head taught on?\", "
                                "\"options\": \"x\"}]}}"}) {
        writeFileAtomically(toPath(f.path("results/tour.json")), damaged);
        f.restart();
        f.play();
        QVERIFY(f.player->now().results().empty());
        f.key(Qt::Key_End);
        QVERIFY2(f.text("resultsTold").contains("tour.json"), damaged);
        answer(f, 3, true);
        f.restart();
        QCOMPARE(onDisk(f).size(), std::size_t(1)); // written anew
    }
}

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::LessonResultsTest)
#include "lesson_results_test.moc"
