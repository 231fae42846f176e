#include "core/base/json.h"
#include "core/lesson/lesson_file.h"
#include "tests/support/command_line.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

using namespace vbs;

namespace {

CommandOutcome lesson(const QStringList& arguments, const QString& cache)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_CACHE_HOME", cache);
    return runVisualBert(QStringList{"lesson"} + arguments, environment, 400000);
}

} // namespace

/// The fixture is what the shipped pack says.
class LessonCheckSlowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFixtureIsWhatThePackSays()
    {
        QTemporaryDir folder;
        const std::string tour = test::dataFile("lessons/tour").string();
        CommandOutcome outcome =
            lesson({"check", QString::fromStdString(tour), "--precision", "float32", "--quiet"}, folder.path());
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out + outcome.err));

        Lesson changed = readLesson(tour);
        changed.steps[1].recorded->answers[0].probability -= .01;
        changed.steps.resize(3);
        const QString file = folder.filePath("changed.vbslesson");
        writeLesson(file.toStdString(), changed);
        outcome = lesson({"check", file, "--precision", "float32", "--quiet", "--json"}, folder.path());
        QCOMPARE(outcome.exitCode, 1);
        const Json differences = Json::parse(outcome.out.toStdString())["differences"];
        QCOMPARE(differences.size(), std::size_t(1));
        QVERIFY(differences[0]["step"] == 2 && differences[0]["what"] == "answers");

        outcome = lesson({"record", file, "--precision", "float32", "--quiet"}, folder.path());
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QCOMPARE(lesson({"check", file, "--precision", "float32", "--quiet"}, folder.path()).exitCode, 0);
    }
};

VBS_TEST_MAIN(LessonCheckSlowTest)
#include "lesson_check_slow_test.moc"
