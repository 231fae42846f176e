#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/pack/model_pack.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

struct Outcome {
    int exitCode = -1;
    QString out, err;
};

} // namespace

/// Runs the real program.
class PacksCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lists();
    void shows();
    void verifies();
    void addsACheckpoint();
    void addSaysWhatIsMissing();
    void verifyFailsOnABadFile();
    void unknownPackFails();
    void wrongUsage_data();
    void wrongUsage();

private:
    Outcome run(const QStringList& arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("VBS_PACKS", m_temporary->path());
        environment.insert("XDG_DATA_HOME", m_temporary->filePath("none"));
        process.setProcessEnvironment(environment);
        process.start(QString(vbs::test::programFolder()) + "/visualbert", QStringList("packs") + arguments);
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }
    fs::path packFolder() const { return fs::path(m_temporary->path().toStdString()) / "tiny"; }
    std::unique_ptr<QTemporaryDir> m_temporary;
};

void PacksCommandTest::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    writeFileAtomically(packFolder() / "vocab.txt", "[PAD]\n");
    PackManifest manifest;
    manifest.name = "tiny";
    manifest.title = "A tiny pack";
    manifest.extractor = {{"kind", "features"}};
    manifest.tasks["vqa"].model = "vqa";
    manifest.exampleQuestions = {"is there a dog?"};
    writePack(packFolder(), manifest);
}

void PacksCommandTest::lists()
{
    const Outcome text = run({"list"});
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(
        text.out.contains(QRegularExpression("^tiny +A tiny pack \\(vqa\\)$", QRegularExpression::MultilineOption)),
        qPrintable(text.out));
    const Outcome json = run({"list", "--json"});
    QCOMPARE(json.exitCode, 0);
    bool found = false;
    const Json listed = Json::parse(json.out.toStdString());
    for (const Json& pack : listed.at("packs"))
        found =
            found || (pack.at("name") == "tiny" && pack.at("tasks") == Json::array({"vqa"}) && pack.at("bytes") == 6);
    QVERIFY(found);
}

void PacksCommandTest::shows()
{
    const Outcome text = run({"show", "tiny"});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.contains("A tiny pack") && text.out.contains("is there a dog?"));
    const Outcome json = run({"show", QString::fromStdString(packFolder().string()), "--json"});
    QCOMPARE(json.exitCode, 0);
    const Json shown = Json::parse(json.out.toStdString());
    QCOMPARE(shown.at("folder").get<std::string>(), packFolder().string());
    QCOMPARE(shown.at("extractor").at("kind").get<std::string>(), std::string("features"));
}

void PacksCommandTest::verifies()
{
    const Outcome text = run({"verify", "tiny"});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.contains("All 1 files"));
    QVERIFY(text.err.contains("Checking vocab.txt"));
    const Outcome json = run({"verify", "tiny", "--json", "--quiet"});
    QCOMPARE(json.exitCode, 0);
    QVERIFY(json.err.isEmpty());
    QVERIFY(Json::parse(json.out.toStdString()).at("faults").empty());
}

void PacksCommandTest::addsACheckpoint()
{
    const QString shipped = QString(vbs::test::sourceFolder()) + "/models/picture-book";
    const QStringList files{"add",         shipped + "/vqa",
                            "--vocab",     shipped + "/vocab.txt",
                            "--answers",   shipped + "/answers.txt",
                            "--extractor", shipped + "/extractor",
                            "--name",      "own",
                            "--form",      "visual_type=0",
                            "--json"};
    const fs::path folder = fs::path(m_temporary->path().toStdString()) / "none/visualbert-studio/packs/own";
    const Outcome dry = run(files + QStringList{"--dry-run"});
    QCOMPARE(dry.exitCode, 0);
    QVERIFY(!fs::exists(folder));
    const Outcome made = run(files);
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    const Json json = Json::parse(made.out.toStdString());
    QVERIFY(json.at("made") == true && json.at("folder") == folder.string() && json.at("missing").empty());
    QVERIFY(json.at("checkpoints").at(0).at("form") == Json({{"visual_type", 0}}));
    QVERIFY(json.at("checkpoints").at(0).at("certain") == false);
    QCOMPARE(readPack(folder).manifest.tasks.at("vqa").form.visualType, 0);
    QVERIFY(run({"show", "own"}).out.contains("have the visual type 0"));
    const Outcome again = run(files);
    QCOMPARE(again.exitCode, 1);
    QVERIFY(again.err.contains("is there already"));
}

void PacksCommandTest::addSaysWhatIsMissing()
{
    const QString shipped = QString(vbs::test::sourceFolder()) + "/models/picture-book/vqa";
    const Outcome missing = run({"add", shipped});
    QCOMPARE(missing.exitCode, 1);
    QVERIFY(missing.out.contains("How it is asked: ") && missing.out.contains("--vocab"));
    QVERIFY(missing.err.contains("No pack was made."));
    QVERIFY(run({"show", shipped}).err.contains("is a checkpoint, not a pack"));
    QCOMPARE(run({"add", shipped, "--form", "visual_type"}).exitCode, 1);
}

void PacksCommandTest::verifyFailsOnABadFile()
{
    writeFileAtomically(packFolder() / "vocab.txt", "[pad]\n");
    const Outcome json = run({"verify", "tiny", "--json", "--quiet"});
    QCOMPARE(json.exitCode, 1);
    QCOMPARE(Json::parse(json.out.toStdString()).at("faults").at(0).at("file").get<std::string>(),
             std::string("vocab.txt"));
    QVERIFY(json.err.startsWith("visualbert: error: The pack \"tiny\" has 1 damaged file: "));
    QCOMPARE(json.err.count('\n'), 1);
}

void PacksCommandTest::unknownPackFails()
{
    const Outcome outcome = run({"show", "nothing"});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(outcome.err.startsWith("visualbert: error: There is no pack named \"nothing\""));
}

void PacksCommandTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("show without a name") << QStringList("show");
    QTest::newRow("unknown") << QStringList("dance");
}

void PacksCommandTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(run(arguments).exitCode, 2);
}

VBS_TEST_MAIN(PacksCommandTest)
#include "packs_command_test.moc"
