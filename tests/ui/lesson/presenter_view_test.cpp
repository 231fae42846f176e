#include "tests/support/test_main.h"
#include "tests/ui/lesson/player_fixture.h"
#include "ui/lesson/lesson_text.h"
#include "ui/lesson/presenter_clock.h"
#include "ui/lesson/presenter_view.h"

namespace vbs::test {

class PresenterViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itFollowsThePlayerAndThePlayerIt();
    void itTellsWhatTheClassDoesNotSee();
    void theLastStepIsFollowedByResults();
    void theClockStandsAndGoes();
    void itClosesByItselfAndWithThePlayer();

private:
    static PresenterView* open(PlayerFixture& f, int step = 0)
    {
        f.play(tourLesson(), step);
        f.key(Qt::Key_P);
        PresenterView* view = f.player->presenter();
        if (!view || !QTest::qWaitForWindowExposed(view))
            return nullptr;
        return view;
    }
    static QString textOf(PresenterView* view, const char* label) { return view->findChild<QLabel*>(label)->text(); }
    static void click(PresenterView* view, const char* button)
    {
        QTest::mouseClick(view->findChild<QAbstractButton*>(button), Qt::LeftButton);
    }
};

void PresenterViewTest::itFollowsThePlayerAndThePlayerIt()
{
    PlayerFixture f;
    PresenterView* view = open(f);
    QVERIFY(view);
    QCOMPARE(textOf(view, "presenterTitle"), QString("Welcome"));
    QCOMPARE(textOf(view, "presenterNextTitle"), QString("Predict the answer"));
    QVERIFY(view->findChild<LessonText*>("presenterNotes")->toPlainText().contains("five things"));
    f.key(Qt::Key_Right);
    QCOMPARE(textOf(view, "presenterTitle"), QString("Predict the answer"));
    QCOMPARE(textOf(view, "presenterPlace"), QString("Step 2 of 14"));
    click(view, "presenterNext");
    QCOMPARE(f.player->now().at(), 2);
    QCOMPARE(f.text("stepTitle"), QString("Find the region"));
    QTest::keyClick(view->windowHandle(), Qt::Key_Left);
    QCOMPARE(f.player->now().at(), 1);
    click(view, "presenterBack");
    QCOMPARE(f.player->now().at(), 0);
    QVERIFY(!view->findChild<QAbstractButton*>("presenterBack")->isEnabled());
}

void PresenterViewTest::itTellsWhatTheClassDoesNotSee()
{
    PlayerFixture f;
    PresenterView* view = open(f, 2);
    QVERIFY(view);
    const QString answer = textOf(view, "presenterAnswer");
    QVERIFY2(answer.contains("Right is: orange ball") && answer.contains("The model says: orange") &&
                 answer.contains("does not see it yet"),
             qPrintable(answer));
    QVERIFY(f.isSeen("stepReveal"));
    click(view, "presenterReveal");
    QVERIFY(!f.isSeen("stepReveal"));
    QVERIFY(textOf(view, "presenterAnswer").contains("The class sees it."));
    QVERIFY(!view->findChild<QAbstractButton*>("presenterReveal")->isEnabled());
    f.player->now().go(3);
    f.key(Qt::Key_2);
    f.key(Qt::Key_Return);
    QVERIFY(textOf(view, "presenterAnswer").contains("Answered: The last"));
}

void PresenterViewTest::theLastStepIsFollowedByResults()
{
    PlayerFixture f;
    PresenterView* view = open(f, 13);
    QVERIFY(view);
    QCOMPARE(textOf(view, "presenterNextTitle"), QString("Your results"));
    QTest::keyClick(view->windowHandle(), Qt::Key_End);
    QCOMPARE(textOf(view, "presenterTitle"), QString("Your results"));
    QCOMPARE(textOf(view, "presenterNextTitle"), QString("This is the end."));
    QVERIFY(!view->findChild<QAbstractButton*>("presenterNext")->isEnabled());
}

void PresenterViewTest::theClockStandsAndGoes()
{
    PlayerFixture f;
    PresenterView* view = open(f);
    QVERIFY(view);
    PresenterClock& clock = view->clock();
    QVERIFY(!clock.isRunning());
    QCOMPARE(clock.elapsed(), 0);
    QCOMPARE(textOf(view, "clockElapsed"), QString("0:00"));
    QVERIFY(!textOf(view, "clockDay").isEmpty());
    click(view, "clockToggle");
    QVERIFY(clock.isRunning());
    QTRY_COMPARE(textOf(view, "clockElapsed"), QString("0:01"));
    click(view, "clockToggle");
    QVERIFY(!clock.isRunning());
    const qint64 stood = clock.elapsed();
    QVERIFY(stood >= 1000);
    QCOMPARE(clock.elapsed(), stood);
    click(view, "clockReset");
    QCOMPARE(textOf(view, "clockElapsed"), QString("0:00"));
}

void PresenterViewTest::itClosesByItselfAndWithThePlayer()
{
    PlayerFixture f;
    PresenterView* view = open(f);
    QVERIFY(view);
    QVERIFY(f.find<QAbstractButton>("lessonPresenter")->isChecked());
    view->close();
    QTRY_VERIFY(!f.player->presenter());
    QVERIFY(!f.find<QAbstractButton>("lessonPresenter")->isChecked());
    f.click("lessonPresenter");
    QVERIFY(f.player->presenter());
    f.player->close();
    QTRY_VERIFY(!f.player->presenter());
}

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::PresenterViewTest)
#include "presenter_view_test.moc"
