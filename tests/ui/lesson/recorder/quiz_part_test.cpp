#include "tests/support/test_main.h"
#include "tests/ui/lesson/recorder/recorder_fixture.h"
#include "ui/canvas/picture_view.h"

using namespace vbs;
using namespace vbs::test;

/// A quiz of every kind, with what is said while it cannot be answered.
class QuizPartTest : public QObject {
    Q_OBJECT

    /// A lesson of one step that was recorded, on the page of its quiz.
    static void openStep(RecorderFixture& f)
    {
        f.ask("What color is the square?");
        f.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.draft().count(), std::size_t(1));
        QTRY_COMPARE(f.draft().stateOf(0), StepState::Recorded);
        f.showTab(2);
    }
    static QString trouble(const RecorderFixture& f)
    {
        auto* label = f.part<QLabel>("quizTrouble");
        return label->isVisible() ? label->text() : QString();
    }
    static const LessonQuiz& quiz(RecorderFixture& f) { return f.step(0).quiz; }

private Q_SLOTS:
    void oneOfSeveral()
    {
        RecorderFixture f;
        openStep(f);
        f.choose("quizKind", "Choose one option");
        QCOMPARE(trouble(f), QString("One of the options has no text."));
        f.type("quizQuestion", "Which?");
        f.type("quizOption1", "red");
        f.type("quizOption2", "blue");
        QCOMPARE(trouble(f), QString("Mark which option is right."));
        f.press("quizRight1");
        QCOMPARE(trouble(f), QString());
        f.press("quizRight2"); // instead
        QCOMPARE(quiz(f).right, (std::vector<std::size_t>{1}));
        QVERIFY(!f.part<QAbstractButton>("quizRight1")->isChecked());
        f.press("quizAddOption");
        f.type("quizOption3", "green");
        f.press("quizRemove1");
        QTRY_COMPARE(quiz(f).options, (std::vector<std::string>{"blue", "green"}));
        QCOMPARE(quiz(f).right, (std::vector<std::size_t>{0})); // it is blue still
        f.type("quizWhenRight", "Yes.");
        f.type("quizWhenWrong", "No.");
        QCOMPARE(quiz(f).whenRight + quiz(f).whenWrong, std::string("Yes.No."));
        f.press("quizRemove1");
        QTRY_COMPARE(trouble(f), QString("The quiz needs at least two options."));
        QCOMPARE(f.recorder->windowTitle().isEmpty(), false);
    }

    void severalAreRight()
    {
        RecorderFixture f;
        openStep(f);
        f.choose("quizKind", "Choose several options");
        f.type("quizOption1", "red");
        f.type("quizOption2", "square");
        f.press("quizRight2");
        f.press("quizRight1");
        QCOMPARE(quiz(f).right, (std::vector<std::size_t>{0, 1}));
        QCOMPARE(trouble(f), QString());
        f.choose("quizKind", "Choose one option"); // the first of them stays
        QCOMPARE(quiz(f).right, (std::vector<std::size_t>{0}));
        QCOMPARE(quiz(f).options.size(), std::size_t(2));
    }

    void aTypedAnswer()
    {
        RecorderFixture f;
        openStep(f);
        f.choose("quizKind", "Type the answer");
        QCOMPARE(trouble(f), QString("Write down at least one answer that is right."));
        f.type("quizAccepted", "red");
        QTest::keyClick(f.part<QPlainTextEdit>("quizAccepted"), Qt::Key_Return);
        QTest::keyClicks(f.part<QPlainTextEdit>("quizAccepted"), "crimson");
        QCOMPARE(quiz(f).accepted, (std::vector<std::string>{"red", "crimson"}));
        QCOMPARE(trouble(f), QString());
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(quiz(f).accepted, std::vector<std::string>());
        QCOMPARE(f.part<QPlainTextEdit>("quizAccepted")->toPlainText(), QString());
    }

    void aClickOnARegion()
    {
        RecorderFixture f;
        openStep(f);
        f.choose("quizKind", "Click on a region");
        QCOMPARE(trouble(f), QString("Click on the region in the picture that is right."));
        auto* view = f.part<PictureView>("quizPicture");
        QTRY_VERIFY(view->isVisible());
        QTRY_COMPARE(view->geometryNow().pixels, QSize(320, 240));
        const auto click = [view](double x, double y) {
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                              view->geometryNow().toCanvas(QPointF(x, y)).toPoint());
        };
        click(64, 150); // the square
        QTRY_COMPARE(quiz(f).right, (std::vector<std::size_t>{1}));
        QCOMPARE(trouble(f), QString());
        click(200, 100); // the box
        QTRY_COMPARE(quiz(f).right, (std::vector<std::size_t>{1, 2}));
        click(64, 150);
        QTRY_COMPARE(quiz(f).right, (std::vector<std::size_t>{2}));
        lessonBytes(f.draft().lesson()); // can be kept
    }

    void aPrediction()
    {
        RecorderFixture f;
        openStep(f);
        f.choose("quizKind", "Predict what the model says");
        QCOMPARE(trouble(f), QString()); // typed
        f.press("quizTakeAnswers");
        QCOMPARE(quiz(f).options, (std::vector<std::string>{"blue", "red", "two"}));
        QCOMPARE(trouble(f), QString());
        f.type("quizOption2", "green");
        QCOMPARE(trouble(f), QString("The model says “red”, which is none of the options."));
        const Lesson lesson = f.draft().lesson();
        QCOMPARE(int(lesson.steps[0].quiz.kind), int(QuizKind::Predict));
    }

    void withoutAModelThereIsNothingToClickOrPredict()
    {
        RecorderFixture f;
        f.key(Qt::Key_T, Qt::ControlModifier);
        f.showTab(2);
        f.choose("quizKind", "Click on a region");
        QCOMPARE(trouble(f), QString("The step asks the model nothing, so it has no regions to click on."));
        f.choose("quizKind", "Predict what the model says");
        QCOMPARE(trouble(f), QString("The step asks the model nothing, so there is no answer to predict."));
        f.choose("quizKind", "No quiz");
        QCOMPARE(trouble(f), QString());
    }

    void theAnswerCanBeHidden()
    {
        RecorderFixture f;
        openStep(f);
        f.showTab(1);
        f.press("stepHideAnswer");
        QVERIFY(f.step(0).answerHidden);
        QVERIFY(f.part<QLabel>("stepAnswer")->text().startsWith("red"));
    }
};

VBS_TEST_MAIN(QuizPartTest)
#include "quiz_part_test.moc"
