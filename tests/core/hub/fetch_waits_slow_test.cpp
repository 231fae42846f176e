#include "core/base/file_io.h"
#include "tests/support/faulty_server.h"
#include "tests/support/hub_fixture.h"
#include "tests/support/test_main.h"

#include <QDateTime>
#include <QTest>

using namespace vbs;
using namespace vbs::test;
namespace fs = std::filesystem;

/// Servers that fall silent or ask to come back later: takes as long as the shortest timeout, a quarter of a minute.
class FetchWaitsSlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void silentAndResumed();
    void silentForGood();
    void passesAfterAWhile();
};

namespace {

Json addressOf(const FaultyServer& server)
{
    return {{"url", server.address()}};
}

} // namespace

void FetchWaitsSlowTest::silentAndResumed()
{
    HubFixture with;
    FaultyServer server(with.large, [](FaultyServer::Reply& reply) {
        if (reply.number == 0)
            reply.silentAfter = 100000;
    });
    with.catalog()["files"]["large"]["sources"] = {addressOf(server)};
    std::string notes;
    PullOptions options;
    options.onNote = [&](const std::string& note) { notes += note + "\n"; };
    const fs::path folder = with.store({{"HF_HUB_DOWNLOAD_TIMEOUT", "1"}}).pull("weights", options);
    QCOMPARE(readTextFile(folder / "pytorch_model.bin"), with.large);
    QVERIFY2(notes.find("was silent for 1 s; trying again") != std::string::npos, notes.c_str());
    QCOMPARE(server.begins(), (std::vector<std::uintmax_t>{0, 100000}));
}

void FetchWaitsSlowTest::silentForGood()
{
    HubFixture with;
    FaultyServer server(with.large,
                        [](FaultyServer::Reply& reply) { reply.silentAfter = reply.number == 0 ? 1000 : 0; });
    with.catalog()["files"]["large"]["sources"] = {addressOf(server)};
    const std::string said = sentenceOf([&] { with.store({{"HF_HUB_DOWNLOAD_TIMEOUT", "1"}}).pull("weights"); });
    QVERIFY2(said.find("was silent for 1 s") != std::string::npos, said.c_str());
    QCOMPARE(with.store().status("weights").bytesOnDisk, std::uintmax_t(1000)); // kept
}

void FetchWaitsSlowTest::passesAfterAWhile()
{
    HubFixture with;
    FaultyServer server(with.large, [](FaultyServer::Reply& reply) {
        if (reply.number < 2)
            reply.status = "503 Service Unavailable\r\nRetry-After: 1";
    });
    with.catalog()["files"]["large"]["sources"] = {addressOf(server)};
    const QDateTime before = QDateTime::currentDateTimeUtc();
    QCOMPARE(readTextFile(with.store().pull("weights") / "pytorch_model.bin"), with.large);
    QVERIFY(before.msecsTo(QDateTime::currentDateTimeUtc()) >= 1900); // twice the second that it asked for
}

VBS_TEST_MAIN(FetchWaitsSlowTest)
#include "fetch_waits_slow_test.moc"
