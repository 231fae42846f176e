#include "core/base/file_io.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"
#include "tests/ui/lesson/recorder/recorder_fixture.h"

#include <QProcess>
#include <QSignalSpy>

#include <cstdlib>
#include <unistd.h>

using namespace vbs;
using namespace vbs::test;

namespace {

/// A program that ends in the middle of a lesson: `child FOLDER`.
int crash(int, char** argv)
{
    LessonDraft draft;
    DraftKeeper keeper(draft, QString::fromLocal8Bit(argv[1]), 0);
    QObject::connect(&keeper, &DraftKeeper::kept, [] { std::_Exit(42); });
    draft.start(wholeLesson(), "/somewhere/whole.vbslesson", false);
    draft.editStep(0, "title", LessonDraft::One, [](LessonStep& step) { step.title = "Unsaved"; });
    return QApplication::exec();
}

} // namespace

VBS_TEST_CHILD(crash)

/// What the author made outlives crashes, full disks and hasty clicks.
class NothingLostTest : public QObject {
    Q_OBJECT

    static QStringList copiesIn(const QString& folder)
    {
        return QDir(folder).entryList({"draft-*.vbslesson"}, QDir::Files);
    }
    static void makeDirty(RecorderFixture& f)
    {
        f.openWhole();
        f.chooseStep(0);
        f.type("stepTitle", "Unsaved");
        QVERIFY(f.draft().isDirty());
    }

private Q_SLOTS:
    void afterACrash()
    {
        QTemporaryDir folder;
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), childArguments(__FILE__, {folder.path()}));
        QVERIFY(program.waitForFinished(60000));
        QCOMPARE(program.exitCode(), 42);
        const std::vector<LeftDraft> left = leftDrafts(folder.path());
        QCOMPARE(left.size(), std::size_t(1));
        LessonDraft draft;
        DraftKeeper keeper(draft, folder.path(), 0);
        QSignalSpy recovered(&keeper, &DraftKeeper::recovered);
        keeper.recover(left.front().file);
        QTRY_COMPARE(recovered.size(), 1);
        QCOMPARE(draft.step(0).title, std::string("Unsaved"));
        QCOMPARE(draft.count(), wholeLesson().steps.size());
        QCOMPARE(draft.stateOf(1), StepState::Recorded);
        QCOMPARE(draft.path(), QString("/somewhere/whole.vbslesson"));
        QVERIFY(draft.isDirty());
        QVERIFY(draft.head().more.empty());
        QCOMPARE(copiesIn(folder.path()).size(), 1); // this program's own now, until it is saved
        QVERIFY(leftDrafts(folder.path(), keeper.file()).empty());
        draft.markSaved(draft.now(), draft.path());
        QCOMPARE(copiesIn(folder.path()).size(), 0);
    }

    /// At the next start of the program.
    void isOfferedAgain()
    {
        WindowFixture f;
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(),
                      childArguments(__FILE__, {f.path("lessons") + "/drafts"}));
        QVERIFY(program.waitForFinished(60000));
        f.window = std::make_unique<MainWindow>(WindowParts{std::make_unique<ScriptedBackend>(f.script),
                                                            f.path("settings.ini"),
                                                            std::make_unique<ChooserStub>(),
                                                            {{}, {}, {}, f.path("lessons")}});
        f.window->show();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        f.window->start({"scripted", {}, {}});
        answerQuestion(*f.window, "leftDraft", "Go On");
        LessonRecorder& recorder = f.window->lessonRecorder();
        QTRY_VERIFY(recorder.draft().isDirty());
        QCOMPARE(recorder.draft().step(0).title, std::string("Unsaved"));
        QTRY_VERIFY(recorder.isVisible());
        f.window->close(); // the program does not end before somebody decides
        QVERIFY(f.window->isVisible());
        answerQuestion(recorder, "unsavedLesson", "Don't");
        QTRY_VERIFY(!f.window->isVisible());
        QVERIFY(leftDrafts(f.path("lessons") + "/drafts").empty());
    }

    void aCopyIsKeptWhileThereAreUnsavedChanges()
    {
        RecorderFixture f;
        QSignalSpy kept(&f.recorder->keeper(), &DraftKeeper::kept);
        makeDirty(f);
        QTRY_VERIFY(!kept.isEmpty());
        QCOMPARE(copiesIn(f.path("drafts")).size(), 1);
        QVERIFY(leftDrafts(f.path("drafts"), f.recorder->keeper().file()).empty());
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!f.draft().isDirty());
        QTRY_COMPARE(copiesIn(f.path("drafts")).size(), 0);
    }

    void closingAsksFirst()
    {
        RecorderFixture f;
        makeDirty(f);
        f.recorder->close();
        QVERIFY(f.recorder->isVisible());
        answerQuestion(*f.recorder, "unsavedLesson", "Cancel");
        QTRY_VERIFY(!f.part<QMessageBox>("unsavedLesson"));
        QVERIFY(f.recorder->isVisible() && f.draft().isDirty());
        f.recorder->close();
        answerQuestion(*f.recorder, "unsavedLesson", "Save");
        QTRY_VERIFY(!f.recorder->isVisible());
        QCOMPARE(readLesson(f.path("whole.vbslesson").toStdString()).steps[0].title, std::string("Unsaved"));
    }

    void aNewLessonAsksFirst()
    {
        RecorderFixture f;
        makeDirty(f);
        f.key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(f.draft().count() > 0);
        answerQuestion(*f.recorder, "unsavedLesson", "Don't");
        QTRY_COMPARE(f.draft().count(), std::size_t(0));
        QVERIFY(!f.draft().isDirty());
        QCOMPARE(readLesson(f.path("whole.vbslesson").toStdString()).steps[0].title, std::string("Intro"));
    }

    void aFullDiskLosesNothing()
    {
        RecorderFixture f;
        makeDirty(f);
        const std::string before = readTextFile(f.path("whole.vbslesson").toStdString());
        {
            const FullDisk full(1000);
            f.recorder->close();
            answerQuestion(*f.recorder, "unsavedLesson", "Save");
            answerQuestion(*f.recorder, "recorderProblem", "OK");
        }
        QVERIFY(f.recorder->isVisible() && f.draft().isDirty());
        QCOMPARE(readTextFile(f.path("whole.vbslesson").toStdString()), before);
        QCOMPARE(f.titles().first(), QString("Unsaved"));
        f.recorder->close(); // now there is room
        answerQuestion(*f.recorder, "unsavedLesson", "Save");
        QTRY_VERIFY(!f.recorder->isVisible());
        QCOMPARE(readLesson(f.path("whole.vbslesson").toStdString()).steps[0].title, std::string("Unsaved"));
    }

    void aFolderThatIsNoneLosesNothing()
    {
        RecorderFixture f;
        makeDirty(f);
        writeFileAtomically(f.path("file").toStdString(), "a file");
        f.chooser.target = f.path("file") + "/lesson.vbslesson";
        f.key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        answerQuestion(*f.recorder, "problemQuestion", "Save Anyway"); // a step was never recorded
        answerQuestion(*f.recorder, "recorderProblem", "OK");
        QVERIFY(f.draft().isDirty());
        QCOMPARE(f.draft().path(), f.path("whole.vbslesson"));
    }

    void savedAsAFolder()
    {
        RecorderFixture f;
        f.openWhole();
        QVERIFY(QDir(f.folder.path()).mkdir("empty"));
        f.chooser.folder = f.path("empty");
        f.recorder->findChild<QAction*>("recorder.save-folder")->trigger();
        answerQuestion(*f.recorder, "problemQuestion", "Save Anyway");
        QTRY_VERIFY(QFile::exists(f.path("empty/lesson.json")));
        QTRY_COMPARE(f.draft().path(), f.path("empty"));
        QCOMPARE(readLesson(f.path("empty").toStdString()).steps.size(), wholeLesson().steps.size());
    }

    void whatIsStillToBeDoneIsToldBeforeExporting()
    {
        RecorderFixture f;
        f.openWhole();
        QVERIFY(f.part<QAbstractItemView>("lessonProblems")->isVisible());
        f.chooser.target = f.path("whole.html");
        f.key(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(f.part<QMessageBox>("problemQuestion"));
        QVERIFY2(f.part<QMessageBox>("problemQuestion")->text().contains("Step 7 (Find): What the model says is not"),
                 qPrintable(f.part<QMessageBox>("problemQuestion")->text()));
        answerQuestion(*f.recorder, "problemQuestion", "Go to");
        QTRY_COMPARE(f.part<QLineEdit>("stepTitle")->text(), QString("Find"));
        QVERIFY(!QFile::exists(f.path("whole.html")));
    }
};

VBS_TEST_MAIN(NothingLostTest)
#include "nothing_lost_test.moc"
