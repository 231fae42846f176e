#include "core/base/file_io.h"
#include "tests/support/test_main.h"
#include "tests/ui/lesson/recorder/recorder_fixture.h"
#include "ui/inside/inside_panel.h"

using namespace vbs;
using namespace vbs::test;

/// What is on screen in the main window becomes a step, of every task.
class ViewTakingTest : public QObject {
    Q_OBJECT

    static void addView(const WindowFixture& f, std::size_t count)
    {
        f.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        LessonDraft& draft = f.window->lessonRecorder().draft();
        QTRY_COMPARE(draft.count(), count);
        QTRY_VERIFY(draft.stateOf(count - 1) == StepState::Recorded ||
                    draft.stateOf(count - 1) == StepState::AsksNothing);
    }
    static QByteArray bytesOf(const LessonDraft& draft, const std::string& picture)
    {
        return QByteArray::fromStdString(*draft.head().pictures.at(picture).bytes);
    }
    static QByteArray fileAt(const QString& path)
    {
        return QByteArray::fromStdString(readTextFile(path.toStdString()));
    }

private Q_SLOTS:
    void aQuestionWithItsPicture()
    {
        TaskFixture f;
        f.openTask(Task::VisualQuestionAnswering);
        f.enter("question", "What color is it?");
        QTRY_VERIFY(f.state().answered);
        addView(f, 1);
        LessonDraft& draft = f.window->lessonRecorder().draft();
        const LessonStep& step = draft.step(0);
        QCOMPARE(step.title, std::string("What color is it?"));
        QCOMPARE(step.asked, std::string("What color is it?"));
        QVERIFY(step.task == Task::VisualQuestionAnswering);
        QVERIFY(step.boxes && step.labels);
        QCOMPARE(int(step.explanation.method), int(kDefaultExplanation));
        QCOMPARE(step.picture, std::string("pictures/picture.png"));
        QCOMPARE(bytesOf(draft, step.picture), fileAt(f.path("picture.png"))); // the file as it is
        QCOMPARE(draft.lesson().steps[0].recorded->answers.front().text, std::string("red"));
        QCOMPARE(draft.lesson().pack, std::string("scripted"));
    }

    void twoPictures()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        f.openRight();
        f.enter("compareText", "Both show a box.");
        QTRY_VERIFY(f.state().answered);
        addView(f, 1);
        LessonDraft& draft = f.window->lessonRecorder().draft();
        QVERIFY(draft.step(0).task == Task::VisualReasoning);
        QCOMPARE(draft.step(0).rightPicture, std::string("pictures/right.png"));
        QVERIFY(!draft.lesson().steps[0].recorded->rightRegions.regions.empty());
    }

    void otherTasks_data()
    {
        QTest::addColumn<int>("task");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("choices");
        QTest::addColumn<QString>("asked");
        QTest::newRow("choose") << int(Task::MultipleChoice) << "What is it?" << QStringList{"a box", "a square"}
                                << "What is it?";
        QTest::newRow("find") << int(Task::RegionToPhrase) << "[the square] on [the box]" << QStringList()
                              << "the square on the box";
        QTest::newRow("fill in") << int(Task::MaskedWords) << "The square is [MASK]." << QStringList()
                                 << "The square is [MASK].";
        QTest::newRow("fits") << int(Task::CaptionMatch) << "A square and a box." << QStringList()
                              << "A square and a box.";
    }
    void otherTasks()
    {
        QFETCH(int, task);
        QFETCH(QString, text);
        QFETCH(QStringList, choices);
        QFETCH(QString, asked);
        TaskFixture f;
        f.openTask(Task::VisualQuestionAnswering);
        f.window->workbench().setTask(Task(task));
        f.window->workbench().setInput({text, choices});
        QTRY_VERIFY(f.state().answered);
        addView(f, 1);
        const Lesson lesson = f.window->lessonRecorder().draft().lesson();
        QCOMPARE(int(*lesson.steps[0].task), task);
        QCOMPARE(QString::fromStdString(lesson.steps[0].asked), asked);
        QCOMPARE(lesson.steps[0].choices.size(), std::size_t(choices.size()));
        QCOMPARE(lesson.steps[0].phrases.size(), std::size_t(task == int(Task::RegionToPhrase) ? 2 : 0));
        QCOMPARE(int(lesson.steps[0].recorded->task), task);
        lessonBytes(lesson); // can be kept
    }

    void hiddenRegionsOwnBoxesAndWhatIsSwitchedOff()
    {
        TaskFixture f;
        f.openTask(Task::VisualQuestionAnswering);
        f.enter("question", "What color is it?");
        QTRY_VERIFY(f.state().answered);
        f.window->workbench().regions(Side::Left).toggle(1);
        QTRY_VERIFY(f.state().answered && isMarked(f.state().answered->removed, 1));
        f.action("boxes")->trigger();
        f.action("heatmap")->trigger();
        addView(f, 1);
        LessonDraft& draft = f.window->lessonRecorder().draft();
        QCOMPARE(draft.step(0).hidden, (std::vector<std::size_t>{1}));
        QVERIFY(!draft.step(0).boxes);
        QCOMPARE(int(draft.step(0).explanation.method), int(ExplanationMethod::None));
        QCOMPARE(draft.lesson().steps[0].recorded->answers.front().text, std::string("blue"));
        f.window->workbench().regions(Side::Left).bringBack();
        f.window->workbench().regions(Side::Left).add({10, 10, 60, 60});
        addView(f, 2);
        QCOMPARE(draft.step(1).ownBoxes.size(), std::size_t(3));
        QVERIFY(draft.step(1).hidden.empty());
    }

    void theViewInsideWithItsPlace()
    {
        TaskFixture f;
        f.openTask(Task::VisualQuestionAnswering);
        f.enter("question", "What color is it?");
        QTRY_VERIFY(f.state().answered);
        f.find<QDockWidget>("insideDock")->show();
        auto& panel = *f.find<InsidePanel>("insidePanel");
        QTRY_VERIFY(panel.desk().state().isReady());
        panel.desk().choose({1, 2, 3, true});
        addView(f, 1);
        LessonDraft& draft = f.window->lessonRecorder().draft();
        QVERIFY(draft.step(0).view == DockView::Sequence);
        QVERIFY((draft.step(0).choice == LookChoice{1, 2, 3, true}));
        const Lesson lesson = draft.lesson();
        QVERIFY(lesson.steps[0].look.has_value());
        QCOMPARE(lesson.steps[0].look->position, std::size_t(3));
    }

    void picturesOfOtherKinds()
    {
        TaskFixture f;
        f.open({f.picture("drawing.bmp")});
        QTRY_VERIFY(f.state().left.regions);
        addView(f, 1); // nothing is asked yet
        LessonDraft& draft = f.window->lessonRecorder().draft();
        QVERIFY(!draft.step(0).task);
        QCOMPARE(draft.step(0).picture, std::string("pictures/drawing.png"));
        QVERIFY(bytesOf(draft, draft.step(0).picture).startsWith("\x89PNG"));
        QImage pasted(40, 30, QImage::Format_ARGB32);
        pasted.fill(Qt::red);
        f.window->workbench().open(pasted, "Pasted picture");
        QTRY_COMPARE(f.state().left.picture->name, QString("Pasted picture"));
        addView(f, 2);
        const QImage kept = QImage::fromData(bytesOf(draft, draft.step(1).picture));
        QCOMPARE(kept.size(), QSize(40, 30));
        QCOMPARE(kept.pixelColor(3, 3), QColor(Qt::red));
        addView(f, 3); // the same picture again
        QCOMPARE(draft.step(2).picture, draft.step(1).picture);
        QCOMPARE(draft.head().pictures.size(), std::size_t(2));
    }

    void aFileThatWasChangedSinceIsNotTaken()
    {
        TaskFixture f;
        f.openWithPicture();
        f.picture("picture.png", QSize(320, 240), Qt::yellow);
        addView(f, 1);
        LessonDraft& draft = f.window->lessonRecorder().draft();
        QCOMPARE(QImage::fromData(bytesOf(draft, draft.step(0).picture)).pixelColor(5, 5), QColor(Qt::darkCyan));
    }

    void withoutAPictureOneSentence()
    {
        WindowFixture f;
        f.open();
        f.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.message(), QString("There is no picture to take: open one in the main window first."));
        QCOMPARE(f.window->lessonRecorder().draft().count(), std::size_t(0));
    }
};

VBS_TEST_MAIN(ViewTakingTest)
#include "view_taking_test.moc"
