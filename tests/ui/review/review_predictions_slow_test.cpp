#include "tests/support/test_main.h"
#include "tests/ui/canvas/mouse.h"
#include "tests/ui/review/review_window_fixture.h"

using namespace vbs;
using namespace vbs::test;

using Step = BackendScript::Step;

class ReviewPredictionsTest : public QObject, private ReviewWindowFixture {
    Q_OBJECT

    /// Seven questions with all their pictures, in the order that the model makes.
    void openAll()
    {
        write("set/images/note.txt", "");
        QImage picture(64, 48, QImage::Format_RGB32);
        picture.fill(Qt::darkCyan);
        QVERIFY(picture.save(file("set/images/own_train2014_000000000001.png"))); // which dataset() leaves out
        restart(QString::fromStdString(project()));
        QTRY_COMPARE(shown(), 0);
        QTRY_VERIFY(window().canvas().canvas().side().picture);
        QCOMPARE(state().order, QueueOrder::MostSurprising);
    }
    /// One answer for each question: those of 5 and then 4 fit the people's least.
    static std::vector<Step> answers()
    {
        std::vector<Step> steps;
        for (const double sure : {.9, .9, .9, .9, .2, .1, .9}) {
            Step step;
            InferenceResult result = cannedResult(64, 48);
            result.answers = {{"café", sure}};
            step.reply = result;
            steps.push_back(step);
        }
        return steps;
    }

private Q_SLOTS:
    void cleanup() { clear(); }

    void theQueueSharpensAndTheItemFollows()
    {
        openAll();
        loadModel(answers());
        QTRY_COMPARE(state().counts.predicted, std::size_t(7));
        QTRY_COMPARE(shown(), 5);
        QCOMPARE(state().queue, (std::vector<std::uint32_t>{5, 4, 0, 1, 2, 3, 6}));
        QCOMPARE(textOf(window(), "modelNote"), QString("A number key takes an answer as the right one."));
        key(Qt::Key_A);
        QTRY_COMPARE(shown(), 4);
        QCOMPARE(state().queue.size(), std::size_t(7));
        window().close();
        restart(file("p.vbsreview"));
        loadModel(); // everything was asked
        QTRY_VERIFY(!window().desk().model().empty() && !state().predicting);
        QCOMPARE(script->started(), 1);
        QCOMPARE(state().counts.predicted, std::size_t(7));
    }

    void anItemInHandStays_data()
    {
        QTest::addColumn<int>("stroke");
        QTest::addColumn<int>("item");
        QTest::newRow("step") << int(Qt::Key_J) << 1;
        QTest::newRow("go to") << int(Qt::Key_G) << 2;
        QTest::newRow("comment") << int(Qt::Key_C) << 0;
        QTest::newRow("answers") << int(Qt::Key_E) << 0;
        QTest::newRow("flag") << int(Qt::Key_F) << 0;
        QTest::newRow("mouse") << 0 << 0;
    }
    void anItemInHandStays()
    {
        QFETCH(int, stroke);
        QFETCH(int, item);
        openAll();
        std::vector<Step> steps = answers();
        steps.front().wait = Step::Wait::DeafUntilReleased;
        loadModel(steps);
        QTRY_COMPARE(script->started(), 2);
        if (stroke == 0)
            CanvasMouseHand(window().canvas().view()).click({5, 5});
        else
            key(Qt::Key(stroke));
        if (stroke == Qt::Key_G) {
            QTRY_VERIFY(window().findChild<QInputDialog*>());
            auto* dialog = window().findChild<QInputDialog*>();
            dialog->setTextValue("1002");
            dialog->accept();
        }
        QTRY_COMPARE(shown(), item);
        script->release();
        QTRY_COMPARE(state().queue.front(), 5u);
        QTRY_VERIFY(!state().predicting);
        QCOMPARE(shown(), item);
    }

    void whatTheUserAsksGoesFirst()
    {
        openAll();
        key(Qt::Key_J);
        key(Qt::Key_J);
        key(Qt::Key_J);
        QTRY_COMPARE(shown(), 3);
        QTRY_VERIFY(window().canvas().canvas().side().picture);
        std::vector<Step> steps(1);
        steps[0].wait = Step::Wait::UntilReleased;
        loadModel(steps);
        QTRY_COMPARE(script->started(), 2); // and waits
        hold(Qt::Key_Space, " ", 0);
        QTRY_VERIFY(window().canvas().canvas().showsModel());
        letGo(Qt::Key_Space, " ");
        QTRY_COMPARE(state().counts.predicted, std::size_t(7));
        const std::vector<std::string> texts = script->texts();
        QCOMPARE(texts.at(1), std::string("What is number 0?"));
        QCOMPARE(texts.at(2), std::string("What is number 3?"));
        QCOMPARE(texts.at(3), std::string("What is number 0?")); // anew
        QCOMPARE(texts.size(), std::size_t(10));
        QCOMPARE(script->mostAtOnce(), 1);
    }

    void itCanBePaused()
    {
        openAll();
        std::vector<Step> steps(1);
        steps[0].wait = Step::Wait::UntilReleased;
        loadModel(steps);
        QTRY_COMPARE(script->started(), 2);
        QTRY_VERIFY(action("review.pause")->isEnabled());
        key(Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY(!state().predicting);
        QCOMPARE(state().counts.predicted, std::size_t(0));
        QVERIFY(textOf(window(), "reviewModel").startsWith("Model: 0 of 7"));
        key(Qt::Key_A); // reviewing goes on
        QTRY_COMPARE(shown(), 1);
        key(Qt::Key_F5);
        QTRY_COMPARE(state().counts.predicted, std::size_t(7));
        QTRY_VERIFY(!state().predicting);
        QCOMPARE(message(), QString());
        QCOMPARE(shown(), 1);
    }

    void whereTheModelLooksWhileSpaceIsHeld()
    {
        openAll();
        loadModel();
        QTRY_VERIFY(!state().predicting && state().counts.predicted == 7);
        const ReviewCanvas& canvas = window().canvas().canvas();
        hold(Qt::Key_Space, " ", 3);
        QTRY_VERIFY(canvas.showsModel());
        QVERIFY(action("review.look")->isChecked());
        QCOMPARE(canvas.side().regions->regions.size(), std::size_t(3));
        QCOMPARE(canvas.weights().regions, (std::vector<double>{.05, .5, .15}));
        letGo(Qt::Key_Space, " ");
        QVERIFY(!canvas.showsModel() && canvas.weights().regions.empty());
        const int asked = script->started();
        hold(Qt::Key_Space, " ", 0); // it is known now
        QVERIFY(canvas.showsModel());
        key(Qt::Key_J); // another item, still held
        QTRY_VERIFY(shown() != 0 && canvas.showsModel());
        letGo(Qt::Key_Space, " ");
        QVERIFY(!canvas.showsModel());
        QCOMPARE(script->started(), asked + 1);
        QCOMPARE(standing(), QString());
    }
};

VBS_TEST_MAIN(ReviewPredictionsTest)
#include "review_predictions_slow_test.moc"
