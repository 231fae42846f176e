#include "core/base/file_io.h"
#include "core/lesson/lesson_catalog.h"
#include "core/lesson/lesson_file.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/ui/window_fixture.h"
#include "ui/lesson/lesson_player.h"

#include <QDropEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>

namespace vbs::test {

/// Lessons are opened by the main window, however they are named.
class LessonOpeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPathOpensThePlayer_data();
    void aPathOpensThePlayer();
    void aDroppedLessonIsPlayed();
    void theMenuPlaysFilesAndShippedLessons();
    void badFilesGiveOneSentence_data();
    void badFilesGiveOneSentence();
    void aLessonIsSavedAsWebPage();
    void menuKeysAreUnique();
    void lessonsAreListedByTheirNames();

private:
    static QString tour() { return QString(dataFolder()) + "/lessons/tour"; }
    static QString archive(const WindowFixture& f)
    {
        const QString path = f.path("a lesson.vbslesson");
        writeLesson(toPath(path), readLesson(toPath(tour())));
        return path;
    }
    static void waitForTour(WindowFixture& f)
    {
        QTRY_VERIFY(f.window->lessonPlayer().isVisible());
        QCOMPARE(f.window->lessonPlayer().now().lesson().title, std::string("A tour of every kind of step"));
    }
};

void LessonOpeningTest::aPathOpensThePlayer_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"file", "folder", "document"})
        QTest::newRow(kind) << kind;
}

void LessonOpeningTest::aPathOpensThePlayer()
{
    QFETCH(const QString, kind);
    WindowFixture f;
    f.open();
    const QString path = kind == "file" ? archive(f) : kind == "folder" ? tour() : tour() + "/lesson.json";
    f.window->start({"scripted", {}, {path}}); // as the command line does
    waitForTour(f);
    QVERIFY(f.window->lessonPlayer().isFullScreen());
    f.window->lessonPlayer().close();
    QTRY_VERIFY(f.window->isActiveWindow());
}

void LessonOpeningTest::aDroppedLessonIsPlayed()
{
    WindowFixture f;
    f.open();
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(archive(f))});
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(f.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(f.window.get(), &drop);
    waitForTour(f);
}

void LessonOpeningTest::theMenuPlaysFilesAndShippedLessons()
{
    WindowFixture f;
    QTemporaryDir lessons;
    const std::filesystem::path folder = toPath(lessons.path());
    writeLessonFolder(folder / "en" / "1-tour", readLesson(toPath(tour())));
    qputenv("VBS_LESSONS", lessons.path().toUtf8());
    f.open();
    f.chooser->pictures = {archive(f)};
    f.action("lesson.play")->trigger();
    waitForTour(f);
    f.window->lessonPlayer().close();
    auto* menu = f.window->findChild<QMenu*>("shippedLessons");
    Q_EMIT menu->aboutToShow();
    QVERIFY(!menu->actions().isEmpty());
    QVERIFY(menu->actions().first()->text().contains("A tour of every kind of step"));
    menu->actions().first()->trigger();
    waitForTour(f);
    qunsetenv("VBS_LESSONS");
}

void LessonOpeningTest::badFilesGiveOneSentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no archive") << QByteArray("this is no lesson");
    QTest::newRow("an archive's first bytes") << QByteArray("PK\x03\x04 and then nothing", 22);
}

void LessonOpeningTest::badFilesGiveOneSentence()
{
    QFETCH(const QByteArray, bytes);
    WindowFixture f;
    f.open();
    const QString path = f.path("bad.vbslesson");
    writeFileAtomically(toPath(path), bytes.toStdString());
    f.window->start({"scripted", {}, {path}});
    QTRY_VERIFY(f.message().contains("bad.vbslesson"));
    QVERIFY(!f.message().contains('\n'));
    QVERIFY(!f.window->findChild<QWidget*>("lessonPlayer"));
}

void LessonOpeningTest::aLessonIsSavedAsWebPage()
{
    WindowFixture f;
    f.open();
    f.chooser->pictures = {archive(f)};
    f.chooser->target = f.path("page.html");
    f.action("lesson.web")->trigger();
    QTRY_VERIFY(f.message().contains("page.html"));
    const std::string page = readTextFile(toPath(f.path("page.html")));
    QVERIFY(page.find("A tour of every kind of step") != std::string::npos);
    QVERIFY(page.find("<!") == 0);
}

/// In each menu, and in the menu bar, no two entries have the same letter.
void LessonOpeningTest::menuKeysAreUnique()
{
    WindowFixture f;
    f.open();
    const auto keyOf = [](const QString& text) {
        const qsizetype at = QString(text).replace("&&", "__").indexOf('&');
        return at < 0 ? QChar() : text[at + 1].toLower();
    };
    QString barKeys;
    for (const QAction* action : f.window->menuBar()->actions()) {
        QVERIFY2(!barKeys.contains(keyOf(action->text())), qPrintable(action->text()));
        barKeys += keyOf(action->text());
    }
    QVERIFY(barKeys.contains('l'));
    QString keys;
    for (const QAction* action : f.window->findChild<ActionTable*>()->menu("&Lessons")->actions()) {
        if (action->isSeparator())
            continue;
        QVERIFY2(!keys.contains(keyOf(action->text())), qPrintable(action->text()));
        keys += keyOf(action->text());
    }
    QVERIFY(keys.size() >= 3);
}

void LessonOpeningTest::lessonsAreListedByTheirNames()
{
    QTemporaryDir one, two;
    const Lesson lesson = readLesson(toPath(tour()));
    Lesson other = lesson;
    other.title = "Another";
    writeLesson(toPath(one.path()) / "en" / "2-b.vbslesson", lesson);
    writeLessonFolder(toPath(one.path()) / "en" / "1-a", other);
    writeLessonFolder(toPath(two.path()) / "en" / "2-b", other); // the first folder wins
    writeFileAtomically(toPath(two.path()) / "en" / "3-c.vbslesson", "damaged");
    writeLessonFolder(toPath(two.path()) / "de" / "4-d", other);
    const auto found = listLessons(LessonLanguage::English, {toPath(one.path()), toPath(two.path()), "/none"});
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].title, std::string("Another"));
    QCOMPARE(found[1].title, lesson.title);
    QVERIFY(isLesson(toPath(one.path()) / "en" / "1-a" / "lesson.json"));
    QCOMPARE(lessonPath(toPath(one.path()) / "en" / "1-a" / "lesson.json"), toPath(one.path()) / "en" / "1-a");
    QVERIFY(!isLesson(toPath(one.path())));
}

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::LessonOpeningTest)
#include "lesson_opening_test.moc"
