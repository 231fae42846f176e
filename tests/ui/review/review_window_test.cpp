#include "ui/review/review_window.h"

#include "tests/support/test_main.h"
#include "tests/ui/review/review_window_fixture.h"

#include <QPushButton>

using namespace vbs;
using namespace vbs::test;

class ReviewWindowTest : public QObject, private ReviewWindowFixture {
    Q_OBJECT

    /// G, and then a name or a place in the dialog.
    void goTo(const QString& where)
    {
        key(Qt::Key_G);
        QTRY_VERIFY(window().findChild<QInputDialog*>());
        auto* dialog = window().findChild<QInputDialog*>();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClicks(dialog->findChild<QLineEdit*>(), where);
        QTest::keyClick(dialog->windowHandle(), Qt::Key_Return);
        QTRY_VERIFY(!window().findChild<QInputDialog*>());
        window().activateWindow(); // which a window manager does by itself
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

private Q_SLOTS:
    void cleanup() { clear(); }

    void aNewReviewOpensWithItsFirstItem()
    {
        dataset();
        restart();
        key(Qt::Key_N, Qt::ControlModifier);
        auto* dialog = window().findChild<QDialog*>();
        QVERIFY(dialog);
        chooser.pictures = {file("set/questions.json")};
        click(*dialog, "reviewDatasetFile");
        QTRY_VERIFY(find<QPushButton>(*dialog, "newReviewCreate")->isEnabled());
        click(*dialog, "newReviewCreate");
        QTRY_COMPARE(shown(), 0);
        QCOMPARE(state().where, file("set/questions.vbsreview"));
        QCOMPARE(textOf(window(), "itemText"), QString("What is number 0?"));
        QCOMPARE(textOf(window(), "queueCounts"), QString("7 of 7 items · 0 decided"));
        QTRY_VERIFY(window().canvas().canvas().side().picture);
        QVERIFY(window().windowTitle().startsWith("questions"));
    }

    /// Thirty acts without a mouse; each is in the file before the window shows it.
    void thirtyDecisionsByKeyboardAlone()
    {
        openQuestions(40);
        QTRY_COMPARE(shown(), 0);
        loadModel();
        QTRY_COMPARE(state().counts.predicted, std::size_t(6)); // the pictures of the others are missing
        struct Stroke {
            Qt::Key key;
            const char* kept;
        };
        // Item i, while the model's answers are red, blue, two.
        const std::vector<Stroke> strokes{{Qt::Key_A, "accept"},
                                          {Qt::Key_1, R"(correct:{"answers":["red","cafe1","red"]})"},
                                          {Qt::Key_2, R"(correct:{"answers":["blue","cafe2","blue"]})"},
                                          {Qt::Key_R, "reject"},
                                          {Qt::Key_U, "unsure"}};
        QString expected;
        for (int i = 0; i < 30; ++i) {
            QTRY_COMPARE(shown(), i);
            Stroke stroke = i < 5 ? strokes[std::size_t(i)]
                                  : Stroke{i % 3 == 0   ? Qt::Key_Return
                                           : i % 3 == 1 ? Qt::Key_R
                                                        : Qt::Key_U,
                                           i % 3 == 0   ? "accept"
                                           : i % 3 == 1 ? "reject"
                                                        : "unsure"};
            key(stroke.key);
            expected += QString("%1%2 %3").arg(i == 0 ? "" : "; ").arg(i).arg(stroke.kept);
            QTRY_COMPARE(shown(), i + 1);
            QCOMPARE(standing(), expected);
        }
        QCOMPARE(textOf(window(), "queueCounts"), QString("40 of 40 items · 30 decided"));
        QTRY_VERIFY(!state().predicting);
    }

    /// Where nothing is left to go on to the item stays, and a key that is pressed twice finds it decided so.
    void theSameAgainIsNoAct()
    {
        openQuestions(2);
        QTRY_COMPARE(shown(), 0);
        key(Qt::Key_A);
        QTRY_COMPARE(shown(), 1);
        key(Qt::Key_R);
        QTRY_COMPARE(state().counts.undecided, std::size_t(0));
        key(Qt::Key_R);
        key(Qt::Key_Return); // something else is an act
        QTRY_COMPARE(state().counts.accepted, std::size_t(2));
        key(Qt::Key_A);
        key(Qt::Key_F); // comes after all before it
        QTRY_COMPARE(state().counts.flagged, std::size_t(1));
        QCOMPARE(state().item->acts.size(), std::size_t(3)); // reject, accept, flag
    }

    void stepsLeadThroughTheQueue()
    {
        openQuestions();
        QTRY_COMPARE(shown(), 0);
        key(Qt::Key_J);
        QTRY_COMPARE(shown(), 1);
        key(Qt::Key_Right);
        QTRY_COMPARE(shown(), 2);
        key(Qt::Key_A);
        QTRY_COMPARE(shown(), 3);
        key(Qt::Key_K);
        QTRY_COMPARE(shown(), 2);
        key(Qt::Key_Left);
        QTRY_COMPARE(shown(), 1);
        key(Qt::Key_N); // 2 is decided
        QTRY_COMPARE(shown(), 3);
        goTo("1006");
        QTRY_COMPARE(shown(), 6);
        goTo("2"); // no name: a place
        QTRY_COMPARE(shown(), 1);
        goTo("77");
        QTRY_VERIFY(message().contains("There is no item 77"));
        QCOMPARE(shown(), 1);
        key(Qt::Key_J, Qt::ControlModifier); // no key of anything
        QCOMPARE(standing(), QString("2 accept"));
    }

    void quickStepsAllCount()
    {
        openQuestions(40);
        QTRY_COMPARE(shown(), 0);
        for (int i = 0; i < 20; ++i)
            key(Qt::Key_J);
        QTRY_COMPARE(shown(), 20);
    }

    void undoAndRedoOutliveTheWindow()
    {
        openQuestions();
        QTRY_COMPARE(shown(), 0);
        key(Qt::Key_A);
        QTRY_COMPARE(shown(), 1);
        key(Qt::Key_R);
        QTRY_COMPARE(shown(), 2);
        key(Qt::Key_F);
        QTRY_VERIFY(state().item->standing.flagged);
        key(Qt::Key_Z);
        QTRY_VERIFY(!state().item->standing.flagged);
        key(Qt::Key_Z);
        QTRY_COMPARE(shown(), 1); // where it was undone
        QCOMPARE(standing(), QString("0 accept"));
        window().close();

        restart(file("p.vbsreview"));
        QTRY_COMPARE(shown(), 1); // where one left off
        QCOMPARE(state().order, QueueOrder::DataSet);
        key(Qt::Key_Z, Qt::ShiftModifier);
        QTRY_COMPARE(state().counts.rejected, std::size_t(1));
        QCOMPARE(standing(), QString("0 accept; 1 reject"));
        key(Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(shown(), 2);
        QTRY_COMPARE(standing(), QString("0 accept; 1 reject; 2 flag"));
        key(Qt::Key_Z, Qt::ShiftModifier);
        QTRY_COMPARE(message(), QString("There is nothing to redo."));
        for (int left = 2; left >= 0; --left) {
            key(Qt::Key_Z, Qt::ControlModifier);
            QTRY_COMPARE(shown(), left);
            QTRY_COMPARE(standing().isEmpty() ? 0 : int(standing().count(';')) + 1, left);
        }
        key(Qt::Key_Z);
        QTRY_COMPARE(message(), QString("There is nothing to undo."));
        QCOMPARE(kept().size(), std::size_t(3)); // nothing is ever removed
    }

    void aHeldKeyDecidesOneItem()
    {
        openQuestions(30);
        QTRY_COMPARE(shown(), 0);
        hold(Qt::Key_A, "a", 5);
        QTRY_COMPARE(shown(), 1);
        hold(Qt::Key_A, "a", 0);
        QTRY_COMPARE(shown(), 2);
        QTest::simulateEvent(QApplication::focusWidget(), true, Qt::Key_A, {}, "a", true);
        hold(Qt::Key_J, "j", 5); // steps may be many
        QTRY_COMPARE(shown(), 8);
        QCOMPARE(standing(), QString("0 accept; 1 accept"));
    }

    void aKeyThatWasChangedIsInForce()
    {
        openQuestions();
        QTRY_COMPARE(shown(), 0);
        keys().setKeys("review.accept", {QKeySequence("X")});
        key(Qt::Key_A);
        key(Qt::Key_Return);
        key(Qt::Key_X);
        QTRY_COMPARE(shown(), 1);
        QCOMPARE(standing(), QString("0 accept"));
        window().close();
        restart(file("p.vbsreview")); // it is kept
        QTRY_COMPARE(shown(), 1);
        key(Qt::Key_A);
        key(Qt::Key_X);
        QTRY_COMPARE(shown(), 2);
        QCOMPARE(standing(), QString("0 accept; 1 accept"));
    }
};

VBS_TEST_MAIN(ReviewWindowTest)
#include "review_window_test.moc"
