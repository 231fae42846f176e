#include "tests/support/test_main.h"
#include "tests/ui/lesson/player_fixture.h"
#include "ui/lesson/option_button.h"
#include "ui/lesson/quiz_card.h"
#include "ui/tasks/bars_view.h"

#include <QComboBox>

namespace vbs::test {

class LessonQuizTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsJudged_data();
    void anAnswerIsJudged();
    void digitsAndClicksChooseTheSame();
    void nothingIsAskedForFirst();
    void triesAreCounted();
    void predictShowsWhatTheModelSays();
    void revealingShowsWhatIsRight_data();
    void revealingShowsWhatIsRight();
    void aRegionIsClickedInThePicture();
    void aRegionIsChosenWithoutAMouse();
    void lettersBelongToTheTextThatIsWritten();
    void answersStayFromStepToStep();
};

void LessonQuizTest::anAnswerIsJudged_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("typed"); ///< digits choose options
    QTest::addColumn<bool>("right");
    QTest::newRow("one, right") << 3 << "2" << true;
    QTest::newRow("one, wrong") << 3 << "1" << false;
    QTest::newRow("one, another thought") << 3 << "12" << true;
    QTest::newRow("several, right") << 4 << "12" << true;
    QTest::newRow("several, too few") << 4 << "1" << false;
    QTest::newRow("several, too many") << 4 << "123" << false;
    QTest::newRow("several, taken back") << 4 << "1233" << true;
    QTest::newRow("predict, right") << 1 << "2" << true;
    QTest::newRow("predict, wrong") << 1 << "3" << false;
    QTest::newRow("text, right") << 5 << "  Orange! " << true;
    QTest::newRow("text, wrong") << 5 << "red" << false;
}

void LessonQuizTest::anAnswerIsJudged()
{
    QFETCH(const int, step);
    QFETCH(const QString, typed);
    QFETCH(const bool, right);
    PlayerFixture f;
    f.play(tourLesson(), step);
    if (auto* text = f.find<QLineEdit>("quizText")) {
        QTest::mouseClick(text, Qt::LeftButton);
        QTest::keyClicks(text, typed);
    } else {
        for (const QChar digit : typed)
            f.key(digit.unicode());
    }
    QVERIFY(!f.player->now().result(step));
    f.key(Qt::Key_Return);
    const LessonResult* result = f.player->now().result(step);
    QVERIFY(result);
    QCOMPARE(isRight(*f.player->now().stepAt(step), result->response), right);
    QVERIFY2(f.text("quizWords").contains(right ? "Right." : "Not quite."), qPrintable(f.text("quizWords")));
    const LessonQuiz& quiz = f.player->now().stepAt(step)->quiz;
    const std::string& said = right ? quiz.whenRight : quiz.whenWrong;
    QVERIFY(f.text("quizMore").contains(toQString(said)));
}

void LessonQuizTest::digitsAndClicksChooseTheSame()
{
    PlayerFixture f;
    f.play(tourLesson(), 3);
    QVERIFY(!f.find<OptionButton>("quizOption2")->isChecked());
    f.click("quizOption2");
    QVERIFY(f.find<OptionButton>("quizOption2")->isChecked());
    f.key(Qt::Key_1);
    QVERIFY(f.find<OptionButton>("quizOption1")->isChecked());
    QVERIFY(!f.find<OptionButton>("quizOption2")->isChecked());
    f.key(Qt::Key_9); // there is no such option
    QVERIFY(f.find<OptionButton>("quizOption1")->isChecked());
    f.click("quizCheck");
    QVERIFY(f.player->now().result(3));
}

void LessonQuizTest::nothingIsAskedForFirst()
{
    PlayerFixture f;
    f.play(tourLesson(), 4);
    f.click("quizCheck");
    QCOMPARE(f.text("quizWords"), QString("Give an answer first."));
    QVERIFY(!f.player->now().result(4));
}

void LessonQuizTest::triesAreCounted()
{
    PlayerFixture f;
    f.play(tourLesson(), 3);
    f.key(Qt::Key_1);
    f.key(Qt::Key_Return);
    QVERIFY(f.text("quizMore").contains("Try again"));
    QVERIFY(!f.find<OptionButton>("quizOption2")->isRightShown());
    f.key(Qt::Key_2);
    f.key(Qt::Key_Return);
    QCOMPARE(f.player->now().result(3)->tries, 2);
    QVERIFY(f.find<OptionButton>("quizOption2")->isRightShown());
    QCOMPARE(f.player->now().right(), 1);
}

void LessonQuizTest::predictShowsWhatTheModelSays()
{
    PlayerFixture f;
    QVERIFY(!tourLesson().steps[1].answerHidden); // a prediction comes first all the same
    f.play(tourLesson(), 1);
    QVERIFY(!f.find<BarsView>("said"));
    f.key(Qt::Key_1);
    f.key(Qt::Key_Return);
    QVERIFY(f.text("quizWords").contains("Not quite."));
    QCOMPARE(f.find<BarsView>("said")->bars().front().text, QString("orange"));
    QVERIFY(f.find<OptionButton>("quizOption2")->isRightShown());
}

void LessonQuizTest::revealingShowsWhatIsRight_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("solution");
    QTest::newRow("predict") << 1 << "Right is: orange";
    QTest::newRow("region") << 2 << "Right is: orange ball";
    QTest::newRow("one") << 3 << "Right is: The last";
    QTest::newRow("several") << 4 << "Right is: Words; Regions";
    QTest::newRow("text") << 5 << "Right is: orange";
}

void LessonQuizTest::revealingShowsWhatIsRight()
{
    QFETCH(const int, step);
    QFETCH(const QString, solution);
    PlayerFixture f;
    f.play(tourLesson(), step);
    QVERIFY(!f.text("quizWords").contains("Right is"));
    f.key(Qt::Key_R);
    QCOMPARE(f.text("quizWords"), solution);
    QVERIFY(!f.player->now().result(step)); // that was no answer
}

void LessonQuizTest::aRegionIsClickedInThePicture()
{
    PlayerFixture f;
    f.play(tourLesson(), 2);
    CanvasPane* pane = f.player->stepPage()->panes().front();
    QTRY_VERIFY(pane->view().isVisible());
    const RegionSet& regions = f.player->now().step()->recorded->regions;
    for (const auto& outline : pane->boxes().outlines())
        QVERIFY(outline.name.isEmpty()); // a name would tell
    QTest::mouseMove(pane->view().viewport(), f.regionPoint(pane->view(), regions.regions[5]));
    QVERIFY(!pane->hover().tagLines().join(' ').contains("ball"));
    const std::size_t wrong = regions.regions[1].wholeImage ? 2 : 1;
    QTest::mouseClick(pane->view().viewport(), Qt::LeftButton, {}, f.regionPoint(pane->view(), regions.regions[wrong]));
    QVERIFY(f.player->now().result(2));
    QVERIFY(f.text("quizWords").contains("Not quite."));
    QVERIFY(pane->phrases().outlines().empty());
    QTest::mouseClick(pane->view().viewport(), Qt::LeftButton, {}, f.regionPoint(pane->view(), regions.regions[5]));
    QVERIFY(f.text("quizWords").contains("Right."));
    QCOMPARE(f.player->now().result(2)->response.region, 5);
    QCOMPARE(f.player->now().result(2)->tries, 2);
    QCOMPARE(pane->phrases().outlines().size(), std::size_t(1));
    QVERIFY(!pane->boxes().outlines().front().name.isEmpty());
    QVERIFY(f.isSeen("stepReveal")); // the model's answer is another matter
}

void LessonQuizTest::aRegionIsChosenWithoutAMouse()
{
    PlayerFixture f;
    f.play(tourLesson(), 2);
    auto* list = f.find<QComboBox>("quizRegion");
    list->setFocus(Qt::TabFocusReason);
    const int row = list->findData(5);
    for (int i = 0; i < row; ++i)
        QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->currentIndex(), row);
    QCOMPARE(f.player->now().at(), 2);
    f.click("quizCheck");
    QVERIFY(f.text("quizWords").contains("Right."));
}

void LessonQuizTest::lettersBelongToTheTextThatIsWritten()
{
    PlayerFixture f;
    f.play(tourLesson(), 5);
    auto* text = f.find<QLineEdit>("quizText");
    QTest::mouseClick(text, Qt::LeftButton);
    QTest::keyClicks(text, "rn 12");
    QCOMPARE(text->text(), QString("rn 12"));
    QCOMPARE(f.player->now().at(), 5);
    QTest::keyClick(text, Qt::Key_Left);
    QTest::keyClick(text, Qt::Key_Home);
    QCOMPARE(f.player->now().at(), 5);
    QVERIFY(!f.isSeen("notesCard"));
    QTest::keyClick(text, Qt::Key_Escape); // out of the text, not out of the lesson
    QVERIFY(f.player->isFullScreen());
    f.key(Qt::Key_Right);
    QCOMPARE(f.player->now().at(), 6);
    f.key(Qt::Key_Left);
    QTest::mouseClick(f.find<QLineEdit>("quizText"), Qt::LeftButton);
    f.key(Qt::Key_PageDown); // a text has no pages
    QCOMPARE(f.player->now().at(), 6);
}

void LessonQuizTest::answersStayFromStepToStep()
{
    PlayerFixture f;
    f.play(tourLesson(), 4);
    f.key(Qt::Key_1);
    f.key(Qt::Key_2);
    f.key(Qt::Key_Return);
    f.key(Qt::Key_Right);
    f.key(Qt::Key_Left);
    QVERIFY(f.find<OptionButton>("quizOption1")->isChecked());
    QVERIFY(f.find<OptionButton>("quizOption2")->isChecked());
    QVERIFY(!f.find<OptionButton>("quizOption3")->isChecked());
    QVERIFY(f.text("quizWords").contains("Right."));
}

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::LessonQuizTest)
#include "lesson_quiz_test.moc"
