#include "core/base/json.h"
#include "core/lesson/lesson_file.h"
#include "tests/support/command_line.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vbs;

namespace {

CommandOutcome lesson(const QStringList& arguments)
{
    return runVisualBert(QStringList{"lesson"} + arguments, QProcessEnvironment::systemEnvironment());
}

QString tour()
{
    return QString::fromStdString(test::dataFile("lessons/tour").string());
}

} // namespace

class LessonCommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLessonIsShown()
    {
        const CommandOutcome text = lesson({"show", tour()});
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.out.startsWith("A tour of every kind of step (en), 14 steps, 2 pictures, recorded with "
                                     "picture-book\n"),
                 qPrintable(text.out));
        const CommandOutcome outcome = lesson({"show", tour(), "--json"});
        const Json json = Json::parse(outcome.out.toStdString());
        QCOMPARE(json["steps"].size(), std::size_t(14));
        QVERIFY(json["steps"][1]["quiz"] == "predict" && json["steps"][0]["task"].is_null());
    }

    void aFolderBecomesAFileAndAFolderAgain()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("a.vbslesson");
        QCOMPARE(lesson({"pack", tour(), "-o", file}).exitCode, 0);
        const CommandOutcome unpacked = lesson({"pack", file});
        QCOMPARE(unpacked.out.trimmed(), folder.filePath("a"));
        QVERIFY(lessonBytes(readLesson(folder.filePath("a").toStdString())) ==
                lessonBytes(readLesson(test::dataFile("lessons/tour"))));
    }

    void aPageIsWritten()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("a.vbslesson");
        QCOMPARE(lesson({"pack", tour(), "-o", file}).exitCode, 0);
        const CommandOutcome outcome = lesson({"html", file, "--json"});
        const Json json = Json::parse(outcome.out.toStdString());
        QFile page(folder.filePath("a.html"));
        QCOMPARE(QString::fromStdString(json["page"]), page.fileName());
        QCOMPARE(page.size(), json["bytes"].get<qint64>());
        QVERIFY(page.open(QIODevice::ReadOnly) && page.readAll().startsWith("<!DOCTYPE html>"));
    }

    void whatIsNoLessonIsNamed()
    {
        QTemporaryDir folder;
        const CommandOutcome outcome = lesson({"show", folder.path()});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(folder.path() + ": it is no lesson: it has no lesson.json."),
                 qPrintable(outcome.err));
    }
};

VBS_TEST_MAIN(LessonCommandTest)
#include "lesson_command_test.moc"
