#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/image/image_io.h"
#include "tests/support/command_line.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

namespace {

const QString kSamples = QString(vbs::test::sourceFolder()) + "/models/picture-book/samples/";

} // namespace

/// The commands that ask one thing, on the shipped pack and its samples.
class TaskCommandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert("XDG_CACHE_HOME", m_folder.filePath("cache"));
    }

    void printsOneDocument_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("task");
        QTest::addColumn<QString>("key");
        const QString picture = kSamples + "picture-book.png", other = kSamples + "toys.png";
        QTest::newRow("ask") << QStringList{"ask", picture, "What color is the ball?"} << "vqa"
                             << "answers";
        QTest::newRow("compare") << QStringList{"compare", picture, other, "Both pictures show a ball."} << "nlvr"
                                 << "verdict";
        QTest::newRow("choose") << QStringList{"choose", picture, "What is true here?", "there is a ball",
                                               "there is a boat"}
                                << "multiple_choice"
                                << "choices";
        QTest::newRow("find") << QStringList{"find", picture, "[The ball] is left of [the sun]."} << "region_to_phrase"
                              << "phrases";
        QTest::newRow("fill") << QStringList{"fill", picture, "There is a [MASK] ball."} << "masked_words"
                              << "masks";
        QTest::newRow("match") << QStringList{"match", picture, "There is a ball."} << "caption_match"
                               << "match";
    }
    void printsOneDocument()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, task);
        QFETCH(QString, key);
        const QString image = m_folder.filePath(task + ".png");
        QStringList all = arguments + QStringList{"--json", "--heatmap", image, "--pack", pack()};
        const CommandOutcome outcome = runVisualBert(all, m_environment);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        const Json json = Json::parse(outcome.out.toStdString());
        QCOMPARE(json.at("task").get<std::string>(), task.toStdString());
        QVERIFY(json.contains(key.toStdString()));
        QVERIFY(json.contains("timing_ms") && json.contains("device"));
        QCOMPARE(json.at("pictures")[0].at("name").get<std::string>(), std::string("picture-book.png"));
        QCOMPARE(json.at("pictures")[0].at("pixels_sha256").get<std::string>().size(), std::size_t(64));
        QCOMPARE(json.at("pack").at("name").get<std::string>(), std::string("picture-book"));
        QCOMPARE(json.at("pack").at("manifest_sha256").get<std::string>(),
                 sha256OfFile(std::filesystem::path(pack().toStdString()) / "pack.json"));
        QVERIFY(json.contains("date") && !json.at("program").at("version").get<std::string>().empty());
        QCOMPARE(json.contains("explanation"), task != "region_to_phrase"); // its regions are its reason
        const RgbImage written = readImage(image.toStdString());
        QVERIFY(written.width > 320 && written.height > 240);
    }

    void explainsByEachMethod_data()
    {
        QTest::addColumn<QString>("method");
        for (const char* method : {"attention", "rollout", "relevance", "occlusion"})
            QTest::newRow(method) << method;
    }
    void explainsByEachMethod()
    {
        QFETCH(QString, method);
        const CommandOutcome outcome = runVisualBert(
            {"ask", kSamples + "picture-book.png", "What color is the ball?", "--explain", method, "--pack", pack()},
            m_environment);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QVERIFY(outcome.out.contains("(" + method + ")"));
        QVERIFY(outcome.out.count(" %  ") >= 3);
    }

    void takesPhrasesFromWhereTheyAreGiven_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("phrases");
        QTest::newRow("brackets") << QStringList{"The [ball] is left of [the sun]"} << QStringList{"ball", "the sun"};
        QTest::newRow("option") << QStringList{"The ball is left of the sun", "--phrase", "the sun"}
                                << QStringList{"the sun"};
        QTest::newRow("guessed") << QStringList{"The ball is left of the sun"} << QStringList{"The ball", "the sun"};
    }
    void takesPhrasesFromWhereTheyAreGiven()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, phrases);
        const CommandOutcome outcome = runVisualBert(QStringList{"find", kSamples + "picture-book.png"} + arguments +
                                                         QStringList{"--json", "--pack", pack()},
                                                     m_environment);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QStringList found;
        const Json json = Json::parse(outcome.out.toStdString());
        for (const Json& phrase : json.at("phrases"))
            found << QString::fromStdString(phrase.at("phrase").get<std::string>());
        QCOMPARE(found, phrases);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("said");
        const QString picture = kSamples + "picture-book.png";
        QTest::newRow("no mask") << QStringList{"fill", picture, "There is a ball."} << 1 << "[MASK]";
        QTest::newRow("no such phrase") << QStringList{"find", picture, "a ball", "--phrase", "cat"} << 1 << "cat";
        QTest::newRow("no right picture")
            << QStringList{"compare", picture, "nowhere.png", "Both are red."} << 1 << "nowhere.png";
        QTest::newRow("one choice") << QStringList{"choose", picture, "What?", "one"} << 2 << "choices";
        QTest::newRow("unknown method") << QStringList{"match", picture, "A ball.", "--explain", "magic"} << 2
                                        << "magic";
    }
    void saysWhatIsWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, said);
        const CommandOutcome outcome = runVisualBert(arguments + QStringList{"--pack", pack()}, m_environment);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
        QVERIFY(outcome.out.isEmpty());
    }

    void warnsOfUnknownWords()
    {
        const CommandOutcome outcome = runVisualBert(
            {"match", kSamples + "picture-book.png", "There is a dinosaur.", "--pack", pack()}, m_environment);
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.out.contains("dinosaur"));
    }

private:
    static QString pack() { return QString(vbs::test::sourceFolder()) + "/models/picture-book"; }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

VBS_TEST_MAIN(TaskCommandsTest)
#include "task_commands_test.moc"
