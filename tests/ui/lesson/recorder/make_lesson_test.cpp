#include "core/base/file_io.h"
#include "tests/support/test_main.h"
#include "tests/ui/lesson/recorder/recorder_fixture.h"
#include "ui/lesson/lesson_player.h"

#include <QMenuBar>

using namespace vbs;
using namespace vbs::test;

/// A lesson from nothing to a web page, with menus and keys alone.
class MakeLessonTest : public QObject {
    Q_OBJECT

    /// Chooses an entry of a menu as the keyboard does: Alt and its letter, then the entry's.
    static void chooseInMenu(QMainWindow& window, Qt::Key menu, Qt::Key entry)
    {
        QTest::keyClick(window.windowHandle(), menu, Qt::AltModifier);
        QWidget* popup = nullptr;
        QTRY_VERIFY((popup = QApplication::activePopupWidget()));
        QTest::keyClick(popup, entry);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

private Q_SLOTS:
    void threeSteps()
    {
        TaskFixture f;
        f.openTask(Task::VisualQuestionAnswering);
        f.enter("question", "What color is the square?");
        QTRY_VERIFY(f.state().answered);
        chooseInMenu(*f.window, Qt::Key_L, Qt::Key_N);
        LessonRecorder& recorder = f.window->lessonRecorder();
        recorder.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&recorder));
        const auto key = [&recorder](Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::keyClick(recorder.windowHandle(), pressed, modifiers);
        };
        const auto typeHere = [&recorder](const QString& text) { QTest::keyClicks(recorder.focusWidget(), text); };
        QVERIFY(recorder.findChild<QLabel*>("recorderHints")->isVisible()); // what to do, in three lines
        QCOMPARE(recorder.findChild<QLabel*>("recorderHints")->text().count('\n'), 2);
        key(Qt::Key_T, Qt::AltModifier);
        typeHere("Squares");
        chooseInMenu(recorder, Qt::Key_P, Qt::Key_A); // Add This View
        QTRY_COMPARE(recorder.draft().count(), std::size_t(1));
        QTRY_COMPARE(recorder.draft().stateOf(0), StepState::Recorded);
        f.window->workbench().ask("Is there a box?");
        QTRY_COMPARE(f.state().question, QString("Is there a box?"));
        key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(recorder.draft().count(), std::size_t(2));
        QTRY_COMPARE(recorder.draft().stateOf(1), StepState::Recorded);
        key(Qt::Key_T, Qt::ControlModifier); // a text step
        QTRY_COMPARE(recorder.draft().count(), std::size_t(3));
        typeHere("The end"); // its title has the focus
        recorder.findChild<QPlainTextEdit*>("stepText")->setFocus();
        typeHere("Goodbye.");
        for (const DraftProblem& problem : problemsOf(recorder.draft()))
            QFAIL(qPrintable(problem.sentence));

        f.chooser->target = f.path("squares.vbslesson");
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!recorder.draft().isDirty());
        const Lesson lesson = readLesson(f.path("squares.vbslesson").toStdString());
        QCOMPARE(lesson.title, std::string("Squares"));
        QCOMPARE(lesson.id, std::string("squares"));
        QCOMPARE(lesson.steps.size(), std::size_t(3));
        QCOMPARE(lesson.steps[1].asked, std::string("Is there a box?"));
        QCOMPARE(lesson.steps[1].recorded->answers.front().text, std::string("red"));
        QCOMPARE(lesson.steps[2].title, std::string("The end"));
        QCOMPARE(lesson.steps[2].text, std::string("Goodbye."));

        f.chooser->target = f.path("squares.html");
        key(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(f.path("squares.html")));
        const QString page = QString::fromStdString(readTextFile(f.path("squares.html").toStdString()));
        QVERIFY(page.contains("Is there a box?") && page.contains("Goodbye."));
        auto* told = recorder.findChild<QLabel*>("runSentence");
        QTRY_VERIFY2(told->text().contains("MB"), qPrintable(told->text()));

        key(Qt::Key_F5); // from the last step
        QTRY_VERIFY(f.window->lessonPlayer().now().isPlaying());
        QCOMPARE(f.window->lessonPlayer().now().at(), 2);
        f.window->lessonPlayer().close();
    }

    void previewBeginsAtTheChosenStep()
    {
        RecorderFixture f;
        f.openWhole();
        f.chooseStep(3);
        f.key(Qt::Key_F5);
        QCOMPARE(f.previewed.second, 3);
        QCOMPARE(f.previewed.first.steps.size(), wholeLesson().steps.size());
    }

    void keysOfMenusAreDifferent()
    {
        RecorderFixture f;
        const auto letters = [](const QList<QAction*>& actions) {
            QString all;
            for (const QAction* action : actions)
                if (const qsizetype at = action->text().indexOf('&'); at >= 0)
                    all += action->text().at(at + 1).toUpper();
            return all;
        };
        QList<QList<QAction*>> lists{f.recorder->menuBar()->actions()};
        for (const QAction* menu : f.recorder->menuBar()->actions())
            lists << menu->menu()->actions();
        for (const auto& list : lists) {
            const QString all = letters(list);
            QVERIFY(!all.isEmpty());
            for (const QChar letter : all)
                QVERIFY2(all.count(letter) == 1, qPrintable(all));
        }
    }

    void everyFieldHasAName()
    {
        RecorderFixture f;
        f.openWhole();
        for (const QWidget* widget : f.recorder->findChildren<QWidget*>()) {
            const bool isField = qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
                                 qobject_cast<const QPlainTextEdit*>(widget);
            if (isField && !widget->objectName().startsWith("qt_"))
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
        const QModelIndex row = f.part<QAbstractItemView>("lessonSteps")->model()->index(1, 0);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), QString("Step 2: All, Quiz, "));
    }
};

VBS_TEST_MAIN(MakeLessonTest)
#include "make_lesson_test.moc"
