#include "core/base/file_io.h"
#include "tests/support/faulty_server.h"
#include "tests/support/hub_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;
using namespace vbs::test;
namespace fs = std::filesystem;

/// What a hub may do wrong: each gives one sentence that names the file and its plain address, and leaves nothing but
/// a part that the next pull goes on from.
class FetchFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneSentence_data();
    void oneSentence();
    void noServer();
    void anotherAddressAfterAFailedOne();
    void brokenOffAndResumed();
    void aServerThatKnowsNoRanges();
    void aMisplacedRange();
    void moreThanTheFile();
};

namespace {

Json plainSource(const std::string& address)
{
    return {{"url", address}};
}

} // namespace

void FetchFaultsTest::initTestCase()
{
    if (const QString reason = LocalHub::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
}

void FetchFaultsTest::oneSentence_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("heads"); // how often the hub is asked
    QTest::newRow("401") << 401 << ""
                         << "does not have it, or only for those with a token in HF_TOKEN (401)" << 1;
    QTest::newRow("403") << 403 << ""
                         << "refuses it (403)" << 1;
    QTest::newRow("404") << 404 << ""
                         << "does not have it (404)" << 1;
    QTest::newRow("gated") << 403 << "X-Error-Code GatedRepo"
                           << "wants its terms accepted on its page first" << 1;
    QTest::newRow("disabled") << 403 << "X-Error-Message \"Access to this resource is disabled.\""
                              << "and says \"Access to this resource is disabled.\"" << 1;
    QTest::newRow("429") << 429 << ""
                         << "has had too many requests (429)" << 5;
    QTest::newRow("429 for an hour") << 429 << "Retry-After 3600"
                                     << "has had too many requests (429)" << 1;
    QTest::newRow("503") << 503 << ""
                         << "is out of service for now (503)" << 5;
    QTest::newRow("page") << 0 << "page"
                          << "gives a web page in the place of the file" << 1;
    QTest::newRow("proxy") << 0 << "no commit"
                           << "does not answer as the hub does" << 1;
    QTest::newRow("short") << 0 << "short"
                           << "bytes there instead of 300000" << 1;
    QTest::newRow("long") << 0 << "long"
                          << "bytes there instead of 300000" << 1;
    QTest::newRow("bytes") << 0 << "bytes"
                           << "gives other bytes than the catalogue's" << 1;
    QTest::newRow("circle") << 0 << "circle"
                            << "leads in a circle" << 1;
    QTest::newRow("protocol") << 0 << "protocol"
                              << "leads to an address that is not followed (302)" << 1;
}

void FetchFaultsTest::oneSentence()
{
    QFETCH(int, status);
    QFETCH(QString, kind);
    QFETCH(QString, message);
    QFETCH(int, heads);
    HubFixture with;
    LocalHub::Fault fault;
    fault.status = status;
    if (kind.startsWith("X-") || kind.startsWith("Retry"))
        fault.headers = "        add_header " + kind.toStdString() + " always;\n";
    fault.page = kind == "page";
    fault.noCommit = kind == "no commit";
    fault.servesOther = kind == "short" || kind == "long" || kind == "bytes";
    fault.servedInstead = std::string(kind == "short" ? 299000 : kind == "long" ? 301000 : 300000, 'x');
    if (kind == "circle")
        fault.elsewhere = "$request_uri";
    if (kind == "protocol")
        fault.elsewhere = "ftp://localhost/x";
    with.serve(fault);
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const std::string said = sentenceOf([&] { with.store().pull("weights"); });
    QVERIFY2(said.find(message.toStdString()) != std::string::npos, said.c_str());
    const std::string address = with.hub.endpoint() + "/tester/model/resolve/" + HubFixture::kCommit;
    QVERIFY2(said.find("pytorch_model.bin") != std::string::npos, said.c_str());
    QVERIFY2(said.find(address + "/pytorch_model.bin") != std::string::npos, said.c_str());
    QCOMPARE(said.find('\n'), std::string::npos);
    QCOMPARE(with.leftovers(), std::vector<std::string>());
    int asked = 0;
    for (const HubRequest& request : with.hub.requests())
        asked += request.method == "HEAD" ? 1 : 0;
    if (kind != "circle") // asked again for each hop
        QCOMPARE(asked, heads);
    if (kind == "bytes") // thrown away once by itself, and begun anew
        QCOMPARE(with.hub.gets("blobs/" + sha256Of(with.large)).size(), std::size_t(2));
}

void FetchFaultsTest::noServer()
{
    HubFixture with;
    const std::string said = sentenceOf([&] { with.store({{"HF_ENDPOINT", "http://127.0.0.1:1"}}).pull("weights"); });
    QVERIFY2(said.find("127.0.0.1:1 cannot be reached") != std::string::npos, said.c_str());
    QCOMPARE(with.leftovers(), std::vector<std::string>());
}

void FetchFaultsTest::anotherAddressAfterAFailedOne()
{
    HubFixture with;
    LocalHub::Fault gone;
    gone.status = 404;
    with.hub.addPlain("gone.bin", "", gone);
    with.hub.addPlain("there.bin", with.large, {});
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    Json& file = with.catalog()["files"]["large"];
    file["sources"] = {plainSource(with.hub.plainAddress("gone.bin")), plainSource(with.hub.plainAddress("there.bin"))};
    std::string notes;
    PullOptions options;
    options.onNote = [&](const std::string& note) { notes += note + "\n"; };
    QCOMPARE(readTextFile(with.store({{"HF_TOKEN", "secret"}}).pull("weights", options) / "pytorch_model.bin"),
             with.large);
    QVERIFY2(notes.find("does not have it (404); the next address is tried") != std::string::npos, notes.c_str());
    for (const HubRequest& request : with.hub.requests())
        QCOMPARE(request.authorization, std::string());
    // Off the hub, a file lies in this program's own folder.
    QVERIFY(fs::exists(with.home() / "data/files" / sha256Of(with.large) / "pytorch_model.bin"));
}

void FetchFaultsTest::brokenOffAndResumed()
{
    HubFixture with;
    FaultyServer server(with.large, [](FaultyServer::Reply& reply) { reply.breakAfter = 70000; });
    with.catalog()["files"]["large"]["sources"] = {plainSource(server.address())};
    QCOMPARE(readTextFile(with.store().pull("weights") / "pytorch_model.bin"), with.large);
    const std::vector<std::uintmax_t> expected = {0, 70000, 140000, 210000, 280000};
    QCOMPARE(server.begins(), expected);
}

void FetchFaultsTest::aServerThatKnowsNoRanges()
{
    HubFixture with;
    FaultyServer server(with.large, [](FaultyServer::Reply& reply) {
        reply.ignoresRange = true;
        if (reply.number == 0)
            reply.breakAfter = 100000;
    });
    with.catalog()["files"]["large"]["sources"] = {plainSource(server.address())};
    QCOMPARE(readTextFile(with.store().pull("weights") / "pytorch_model.bin"), with.large);
}

void FetchFaultsTest::aMisplacedRange()
{
    HubFixture with;
    FaultyServer server(with.large, [](FaultyServer::Reply& reply) {
        if (reply.number == 0)
            reply.breakAfter = 100000;
        reply.shift = reply.number == 1 ? 7 : 0;
    });
    with.catalog()["files"]["large"]["sources"] = {plainSource(server.address())};
    QCOMPARE(readTextFile(with.store().pull("weights") / "pytorch_model.bin"), with.large);
    QCOMPARE(server.begins(), (std::vector<std::uintmax_t>{0, 100000, 0}));
}

void FetchFaultsTest::moreThanTheFile()
{
    HubFixture with;
    FaultyServer server(with.large + "more", [](FaultyServer::Reply& reply) { reply.tellsNoLength = true; });
    with.catalog()["files"]["large"]["sources"] = {plainSource(server.address())};
    const std::string said = sentenceOf([&] { with.store().pull("weights"); });
    QVERIFY2(said.find("sends more than the 300000 bytes") != std::string::npos, said.c_str());
    QCOMPARE(with.leftovers(), std::vector<std::string>());
}

VBS_TEST_MAIN(FetchFaultsTest)
#include "fetch_faults_test.moc"
