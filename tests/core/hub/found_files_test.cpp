#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "tests/support/hub_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;
using namespace vbs::test;
namespace fs = std::filesystem;

/// Files that other programs left on disk, and where this one writes.
class FoundFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cachesAreFound_data();
    void cachesAreFound();
    void aFileOfAnotherContentIsNotTaken();
    void largeFilesAreReadOnce();
    void aCacheThatCannotBeWritten();
    void torchFilesGoToTorch();
    void pinsAtTheFirstDownload();
    void aBranchByItsCommit();
};

void FoundFilesTest::cachesAreFound_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("where");
    const QString hash = QString::fromStdString(sha256Of(HubFixture().large));
    const auto flat = [](const char* address) {
        return QString::fromStdString(sha256(std::string(address))) + "." + QString(64, 'e');
    };
    const QString commit(HubFixture::kCommit);
    QTest::newRow("blob") << "cache/huggingface/hub/models--tester--model/blobs/" + hash << "Hugging Face's cache";
    QTest::newRow("without links") << "cache/huggingface/hub/models--tester--model/snapshots/" + commit +
                                          "/pytorch_model.bin"
                                   << "Hugging Face's cache";
    QTest::newRow("torch.hub") << "cache/torch/hub/checkpoints/net-01234567.pth"
                               << "torch.hub's folder";
    QTest::newRow("old torchvision") << "cache/torch/checkpoints/net-01234567.pth"
                                     << "torch.hub's folder";
    QTest::newRow("flat, by branch") << "cache/huggingface/transformers/" +
                                            flat("https://huggingface.co/tester/model/resolve/main/pytorch_model.bin")
                                     << "an old cache of transformers";
    QTest::newRow("flat, of the old detector")
        << "cache/torch/transformers/" + flat("https://old.example/model.bin") << "an old cache of transformers";
    QTest::newRow("this program's") << "data/files/" + hash + "/pytorch_model.bin"
                                    << "this program's files";
}

/// Without a network, and proven by the hash.
void FoundFilesTest::cachesAreFound()
{
    QFETCH(QString, place);
    QFETCH(QString, where);
    HubFixture with;
    Json& file = with.catalog()["files"]["large"];
    file["torch"] = "net-01234567.pth";
    file["old_addresses"] = {"https://old.example/model.bin"};
    const fs::path path = with.home() / place.toStdString();
    writeFileAtomically(path, with.large);
    writeFileAtomically(path.string() + ".json", "{}"); // as flat caches have beside
    const ModelStore store = with.store({{"HF_HUB_OFFLINE", "1"}});
    const ModelStatus status = store.status("weights");
    QCOMPARE(status.state, ModelState::Present);
    QCOMPARE(QString::fromStdString(status.files.at(0).where), where);
    QCOMPARE(status.files.at(0).proven, false);
    QCOMPARE(readTextFile(store.pull("weights") / "pytorch_model.bin"), with.large);
    QVERIFY(store.status("weights").files.at(0).proven);
    store.remove("weights"); // it is not ours
    QCOMPARE(readTextFile(path), with.large);
}

void FoundFilesTest::aFileOfAnotherContentIsNotTaken()
{
    HubFixture with;
    with.catalog()["files"]["large"]["torch"] = "net-01234567.pth";
    const fs::path path = with.home() / "cache/torch/hub/checkpoints/net-01234567.pth";
    const std::string other(with.large.size(), 'x');
    writeFileAtomically(path, other);
    const ModelStore store = with.store({{"HF_HUB_OFFLINE", "1"}});
    QVERIFY(sentenceOf([&] { store.pull("weights"); }).find("HF_HUB_OFFLINE") != std::string::npos);
    QCOMPARE(readTextFile(path), other);
    QCOMPARE(store.status("weights").state, ModelState::Absent); // it is known by now
}

void FoundFilesTest::largeFilesAreReadOnce()
{
    HubFixture with;
    writeFileAtomically(with.largeBlob(), with.large);
    const auto bytesRead = [&] {
        std::uintmax_t most = 0;
        PullOptions options;
        options.onProgress = [&](const PullProgress& progress) { most = std::max(most, progress.done); };
        with.store({{"HF_HUB_OFFLINE", "1"}}).plan("weights", options);
        return most;
    };
    QCOMPARE(bytesRead(), std::uintmax_t(with.large.size()));
    QCOMPARE(bytesRead(), std::uintmax_t(0));
    writeFileAtomically(with.largeBlob(), with.large); // another inode
    QCOMPARE(bytesRead(), std::uintmax_t(with.large.size()));
}

void FoundFilesTest::aCacheThatCannotBeWritten()
{
    if (const QString reason = LocalHub::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    writeFileAtomically(with.home() / "file", ""); // not even root can make folders below it
    const ModelStore store = with.store({{"HF_HUB_CACHE", (with.home() / "file/hub").string()}});
    QCOMPARE(readTextFile(store.pull("weights") / "pytorch_model.bin"), with.large);
    QVERIFY(fs::exists(with.home() / "data/files" / sha256Of(with.large) / "pytorch_model.bin"));
    QCOMPARE(store.remove("weights").bytes, std::uintmax_t(with.large.size()));
}

void FoundFilesTest::torchFilesGoToTorch()
{
    if (const QString reason = LocalHub::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    HubFixture with;
    with.hub.addPlain("net-" + sha256Of(with.large).substr(0, 8) + ".pth", with.large, {});
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    Json& file = with.catalog()["files"]["large"];
    const std::string begins = sha256Of(with.large).substr(0, 8);
    file.erase("sha256"); // only the digits in the name and about the size are known
    file["sha256_begins"] = begins;
    file["bytes"] = with.large.size() + 100;
    file["bytes_exact"] = false;
    file["torch"] = "net-" + begins + ".pth";
    file["sources"] = {{{"url", with.hub.plainAddress("net-" + begins + ".pth")}}};
    const ModelStore store = with.store();
    store.pull("weights");
    const fs::path path = with.home() / "cache/torch/hub/checkpoints" / ("net-" + begins + ".pth");
    QCOMPARE(readTextFile(path), with.large);
    with.hub.forgetRequests();
    store.pull("weights");
    QVERIFY(with.hub.requests().empty());
    QVERIFY(store.verify("weights").empty());
    QCOMPARE(store.remove("weights").bytes, std::uintmax_t(with.large.size()));
    QVERIFY(!fs::exists(path));
}

void FoundFilesTest::pinsAtTheFirstDownload()
{
    if (const QString reason = LocalHub::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    Json& file = with.catalog()["files"]["large"];
    file.erase("sha256");
    file["bytes"] = 299990u;
    file["bytes_exact"] = false;
    const ModelStore store = with.store();
    QVERIFY(!store.status("weights").files.at(0).bytesExact);
    QCOMPARE(sentenceOf([&] { store.pull("weights"); }), std::string());
    QVERIFY(store.status("weights").files.at(0).bytesExact);
    // From here on the hash is known, without a network.
    QVERIFY(with.store({{"HF_HUB_OFFLINE", "1"}}).verify("weights").empty());
    writeFileAtomically(with.largeBlob(), std::string(with.large.size(), 'x'));
    QCOMPARE(store.verify("weights").size(), std::size_t(1));
    QVERIFY(!with.store({{"HF_HUB_OFFLINE", "1"}}).plan("weights").files.at(0).proven);
}

void FoundFilesTest::aBranchByItsCommit()
{
    if (const QString reason = LocalHub::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    HubFixture with;
    with.hub.add(HubFixture::kRepo, "main", HubFixture::kCommit, "pytorch_model.bin", with.large, true, {});
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    Json& source = with.catalog()["files"]["large"]["sources"][0];
    source = {
        {"hub", HubFixture::kRepo}, {"revision", "main"}, {"path", "pytorch_model.bin"}, {"commit_begins", "fff"}};
    const std::string said = sentenceOf([&] { with.store().pull("weights"); });
    QVERIFY2(said.find("has another commit by now") != std::string::npos, said.c_str());
    QCOMPARE(with.leftovers(), std::vector<std::string>());
    source["commit_begins"] = "0123456";
    with.store().pull("weights");
    QVERIFY(fs::exists(with.repo() / "snapshots" / HubFixture::kCommit / "pytorch_model.bin"));
    QCOMPARE(readTextFile(with.repo() / "refs/main"), std::string(HubFixture::kCommit));
}

VBS_TEST_MAIN(FoundFilesTest)
#include "found_files_test.moc"
