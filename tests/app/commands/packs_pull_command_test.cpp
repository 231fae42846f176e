#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/command_line.h"
#include "tests/support/hub_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <csignal>

using namespace vbs;
using namespace vbs::test;
namespace fs = std::filesystem;

/// Runs the real program against a hub of nginx.
class PacksPullCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void available();
    void pullsVerifiesAndRemoves();
    void dryRun();
    void byHand();
    void failureIsOneLine();
    void interruptKeepsThePart();
    void wrongUsage_data();
    void wrongUsage();
};

namespace {

QProcessEnvironment environmentOf(const HubFixture& with)
{
    const fs::path home = with.home();
    writeFileAtomically(home / "catalog.json", jsonText(OrderedJson(with.catalog())));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HF_HUB_OFFLINE", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_TOKEN", "VBS_PACKS"})
        environment.remove(name);
    environment.insert("VBS_CATALOG", QString::fromStdString((home / "catalog.json").string()));
    environment.insert("HF_HOME", QString::fromStdString((home / "cache/huggingface").string()));
    environment.insert("XDG_CACHE_HOME", QString::fromStdString((home / "cache").string()));
    environment.insert("XDG_DATA_HOME", QString::fromStdString((home / "share").string()));
    environment.insert("HF_ENDPOINT", QString::fromStdString(with.hub.endpoint()));
    environment.insert("VBS_RETRY_PAUSE", "0.01");
    return environment;
}

QStringList packs(QStringList arguments)
{
    return QStringList("packs") + arguments;
}

} // namespace

void PacksPullCommandTest::initTestCase()
{
    if (const QString reason = LocalHub::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
}

void PacksPullCommandTest::available()
{
    HubFixture with;
    const QProcessEnvironment environment = environmentOf(with);
    const CommandOutcome text = runVisualBert(packs({"available"}), environment);
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.out.contains("tiny     A tiny pack, 0.3 MB: not on disk\n"), qPrintable(text.out));
    const CommandOutcome json = runVisualBert(packs({"available", "--json"}), environment);
    const Json list = Json::parse(json.out.toStdString()).at("available");
    QCOMPARE(list.size(), std::size_t(2));
    QCOMPARE(list[0]["state"].get<std::string>(), std::string("absent"));
    QCOMPARE(list[0]["bytes_on_disk"].get<int>(), 0);
    QCOMPARE(list[0]["license"].get<std::string>(), std::string("made for a test"));
}

void PacksPullCommandTest::pullsVerifiesAndRemoves()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const QProcessEnvironment environment = environmentOf(with);
    const CommandOutcome pulled = runVisualBert(packs({"pull", "tiny", "weights", "--json"}), environment);
    QVERIFY2(pulled.exitCode == 0, qPrintable(pulled.err));
    const Json list = Json::parse(pulled.out.toStdString()).at("pulled");
    QCOMPARE(list.size(), std::size_t(2));
    QCOMPARE(list[0]["state"].get<std::string>(), std::string("installed"));
    const fs::path folder = list[0]["folder"].get<std::string>();
    QCOMPARE(readTextFile(folder / "vqa/pytorch_model.bin"), with.large);
    QVERIFY2(pulled.err.contains("Fetching pytorch_model.bin from localhost:"), qPrintable(pulled.err));

    QVERIFY(runVisualBert(packs({"list"}), environment).out.contains("A tiny pack (vqa)"));
    QCOMPARE(runVisualBert(packs({"verify", "tiny"}), environment).exitCode, 0);
    writeFileAtomically(with.largeBlob(), std::string(with.large.size(), 'x'));
    const CommandOutcome damaged = runVisualBert(packs({"verify", "tiny", "--quiet"}), environment);
    QCOMPARE(damaged.exitCode, 1);
    QVERIFY2(damaged.err.contains("visualbert packs pull tiny fetches it again"), qPrintable(damaged.err));
    QCOMPARE(runVisualBert(packs({"pull", "tiny", "--quiet"}), environment).exitCode, 0);
    QCOMPARE(runVisualBert(packs({"verify", "tiny", "--quiet"}), environment).exitCode, 0);

    QVERIFY(runVisualBert(packs({"remove", "tiny"}), environment).out.contains("something else uses it"));
    const CommandOutcome removed = runVisualBert(packs({"remove", "weights", "--json"}), environment);
    QCOMPARE(Json::parse(removed.out.toStdString()).at("bytes").get<std::size_t>(), with.large.size());
    QVERIFY(!fs::exists(with.largeBlob()));
}

void PacksPullCommandTest::dryRun()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const QProcessEnvironment environment = environmentOf(with);
    const CommandOutcome text = runVisualBert(packs({"pull", "tiny", "--dry-run", "--quiet"}), environment);
    QCOMPARE(text.exitCode, 0);
    const std::string address = with.hub.endpoint() + "/tester/model/resolve/" + HubFixture::kCommit;
    QVERIFY2(text.out.contains("pytorch_model.bin, 0.3 MB: from " + QString::fromStdString(address)),
             qPrintable(text.out));
    QVERIFY(with.hub.requests().empty());
    QVERIFY(!fs::exists(with.home() / "share"));
}

void PacksPullCommandTest::byHand()
{
    HubFixture with;
    QProcessEnvironment environment = environmentOf(with);
    environment.insert("HF_HUB_OFFLINE", "1");
    writeFileAtomically(with.home() / "copied/some name.bin", with.large);
    const QString folder = QString::fromStdString((with.home() / "copied").string());
    const CommandOutcome pulled = runVisualBert(packs({"pull", "--from", folder, "weights"}), environment);
    QVERIFY2(pulled.exitCode == 0, qPrintable(pulled.err));
    QCOMPARE(readTextFile(with.home() / "share/visualbert-studio/checkpoints/weights/pytorch_model.bin"), with.large);
}

void PacksPullCommandTest::failureIsOneLine()
{
    HubFixture with;
    LocalHub::Fault gone;
    gone.status = 404;
    with.serve(gone);
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const CommandOutcome outcome = runVisualBert(packs({"pull", "weights", "--quiet"}), environmentOf(with));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY2(outcome.err.contains("does not have it (404)"), qPrintable(outcome.err));
}

void PacksPullCommandTest::interruptKeepsThePart()
{
    HubFixture with(3000000);
    LocalHub::Fault slow;
    slow.rate = "500k";
    with.serve(slow);
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const fs::path part = with.largeBlob().string() + ".visualbert-part";
    QProcess process;
    process.setProcessEnvironment(environmentOf(with));
    process.start(QString(programFolder()) + "/visualbert", packs({"pull", "weights"}));
    const auto size = [&] {
        std::error_code code;
        const auto bytes = fs::file_size(part, code);
        return code ? 0 : bytes;
    };
    QTRY_VERIFY_WITH_TIMEOUT(size() > 200000, 20000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(process.exitCode(), 75);
    const QString said = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(said.contains("what came is kept"), qPrintable(said));
    QVERIFY(size() > 200000 && size() < with.large.size());
}

void PacksPullCommandTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("no name") << QStringList("pull") << 2;
    QTest::newRow("remove without a name") << QStringList("remove") << 2;
    QTest::newRow("unknown") << QStringList({"pull", "nothing"}) << 1;
    QTest::newRow("not there") << QStringList({"remove", "tiny"}) << 1;
}

void PacksPullCommandTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    HubFixture with;
    QCOMPARE(runVisualBert(packs(arguments), environmentOf(with)).exitCode, exitCode);
}

VBS_TEST_MAIN(PacksPullCommandTest)
#include "packs_pull_command_test.moc"
