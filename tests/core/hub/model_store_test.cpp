#include "core/base/file_io.h"
#include "core/pack/model_pack.h"
#include "tests/support/hub_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <thread>

using namespace vbs;
using namespace vbs::test;
namespace fs = std::filesystem;

/// Getting an entry from a hub of nginx, finding it again, removing it.
class ModelStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pulls();
    void overTls();
    void nothingIsFetchedTwice();
    void resumes();
    void twoAtOnceFetchEachByteOnce();
    void stopsAndKeepsThePart();
    void removesWhatItWroteOnly();
    void mendsWhatIsDamaged();
    void recognisesFilesByTheirHash();
    void offline();
    void aFolderOfSomebodysOwnStays();
    void diskWithoutRoom();
};

void ModelStoreTest::initTestCase()
{
    if (const QString reason = LocalHub::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
}

void ModelStoreTest::pulls()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const ModelStore store = with.store({{"HF_TOKEN", "hf_secret"}});
    QCOMPARE(store.status("tiny").state, ModelState::Absent);
    std::vector<PullProgress> told;
    PullOptions options;
    options.onProgress = [&](const PullProgress& progress) { told.push_back(progress); };
    const fs::path folder = store.pull("tiny", options);
    QCOMPARE(readTextFile(folder / "vqa/pytorch_model.bin"), with.large);
    QCOMPARE(readTextFile(folder / "vqa/config.json"), with.config);
    QVERIFY(verifyPack(readPack(folder)).empty());
    QVERIFY(store.verify("tiny").empty());
    QCOMPARE(store.status("tiny").state, ModelState::Installed);

    // As Python's client lays it out.
    QCOMPARE(readTextFile(with.repo() / "refs/main"), std::string(HubFixture::kCommit));
    const fs::path snapshot = with.repo() / "snapshots" / HubFixture::kCommit;
    QCOMPARE(fs::read_symlink(snapshot / "pytorch_model.bin").string(), "../../blobs/" + sha256Of(with.large));
    QCOMPARE(fs::read_symlink(snapshot / "config.json").string(), "../../blobs/" + gitSha1Of(with.config));
    QVERIFY(fs::exists(with.home() / "cache/huggingface/hub/.locks/models--tester--model" /
                       (sha256Of(with.large) + ".lock")));

    // The token goes to its own host only, though the large file comes from another.
    int withToken = 0;
    for (const HubRequest& request : with.hub.requests()) {
        if (request.server == "copies")
            QCOMPARE(request.authorization, std::string());
        else
            withToken += request.authorization == "Bearer hf_secret" ? 1 : 0;
    }
    QCOMPARE(withToken, 6); // a HEAD and a GET each
    QCOMPARE(with.hub.gets("blobs/" + sha256Of(with.large)).size(), std::size_t(1));

    QVERIFY(!told.empty());
    const std::uintmax_t all = with.large.size() + with.config.size() + with.vocabulary.size();
    QCOMPARE(told.back().total, all);
    QCOMPARE(told.back().done, all);
    QVERIFY(std::ranges::any_of(told, [](const PullProgress& p) { return p.stage == PullProgress::Stage::Fetching; }));
}

void ModelStoreTest::overTls()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const std::string untrusted = sentenceOf([&] {
        with.store({{"HF_ENDPOINT", with.hub.tlsEndpoint()}}).pull("tiny");
    });
    QVERIFY2(untrusted.find("certificate that is not trusted") != std::string::npos, untrusted.c_str());
    QVERIFY(untrusted.find("SSL_CERT_FILE") != std::string::npos);
    QCOMPARE(with.leftovers(), std::vector<std::string>());
    const ModelStore store =
        with.store({{"HF_ENDPOINT", with.hub.tlsEndpoint()}, {"SSL_CERT_FILE", with.hub.certificates().string()}});
    QCOMPARE(readTextFile(store.pull("tiny") / "vqa/pytorch_model.bin"), with.large);
}

void ModelStoreTest::nothingIsFetchedTwice()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    with.store().pull("weights");
    with.hub.forgetRequests();
    const ModelStore store = with.store();
    QCOMPARE(store.status("tiny").state, ModelState::Partly);
    QCOMPARE(store.status("tiny").bytesOnDisk, std::uintmax_t(with.large.size()));
    store.pull("tiny");
    QVERIFY(with.hub.gets("pytorch_model.bin").empty());
    with.hub.forgetRequests();
    store.pull("tiny");
    QVERIFY(with.hub.requests().empty());
}

void ModelStoreTest::resumes()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const fs::path part = with.largeBlob().string() + ".visualbert-part";
    fs::create_directories(part.parent_path());
    writeFileAtomically(part, with.large.substr(0, 100000));
    // Other clients' partial files are left alone.
    const fs::path others = with.largeBlob().string() + ".0123abcd.incomplete";
    writeFileAtomically(others, "not ours");
    QCOMPARE(with.store().status("weights").state, ModelState::Partly);
    const fs::path folder = with.store().pull("weights");
    QCOMPARE(readTextFile(folder / "pytorch_model.bin"), with.large);
    const auto gets = with.hub.gets("blobs/" + sha256Of(with.large));
    QCOMPARE(gets.size(), std::size_t(1));
    QCOMPARE(gets[0].range, std::string("bytes=100000-"));
    QCOMPARE(gets[0].status, 206);
    QCOMPARE(gets[0].bytes, std::uintmax_t(200000));
    QVERIFY(!fs::exists(part));
    QCOMPARE(readTextFile(others), std::string("not ours"));

    // A part with wrong bytes is thrown away by itself, and said.
    HubFixture again;
    again.serve();
    QVERIFY2(again.hub.start(), qPrintable(again.hub.failure()));
    const fs::path wrong = again.largeBlob().string() + ".visualbert-part";
    fs::create_directories(wrong.parent_path());
    writeFileAtomically(wrong, std::string(5000, 'x'));
    std::string notes;
    PullOptions options;
    options.onNote = [&](const std::string& note) { notes += note + "\n"; };
    QCOMPARE(readTextFile(again.store().pull("weights", options) / "pytorch_model.bin"), again.large);
    QVERIFY2(notes.find("thrown away") != std::string::npos, notes.c_str());
}

void ModelStoreTest::twoAtOnceFetchEachByteOnce()
{
    HubFixture with(2000000);
    LocalHub::Fault slow;
    slow.rate = "1500k";
    with.serve(slow);
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    std::string first, second;
    bool waited = false;
    const auto pull = [&](std::string& got) {
        PullOptions options;
        options.onProgress = [&](const PullProgress& progress) {
            if (progress.stage == PullProgress::Stage::OtherProgram)
                waited = true;
        };
        got = readTextFile(with.store().pull("weights", options) / "pytorch_model.bin");
    };
    {
        std::jthread other([&] { pull(first); });
        pull(second);
    }
    QCOMPARE(first, with.large);
    QCOMPARE(second, with.large);
    QVERIFY(waited);
    std::uintmax_t bytes = 0;
    for (const HubRequest& request : with.hub.gets("blobs/" + sha256Of(with.large)))
        bytes += request.bytes;
    QCOMPARE(bytes, std::uintmax_t(with.large.size()));
}

void ModelStoreTest::stopsAndKeepsThePart()
{
    HubFixture with(4000000);
    LocalHub::Fault slow;
    slow.rate = "1000k";
    with.serve(slow);
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    std::stop_source stop;
    PullOptions options;
    options.control.stop = stop.get_token();
    double rate = 0, left = -1;
    options.onProgress = [&](const PullProgress& progress) {
        if (progress.bytesPerSecond > 0) {
            rate = progress.bytesPerSecond;
            left = progress.secondsLeft;
            stop.request_stop();
        }
    };
    const ModelStore store = with.store();
    ErrorCode code = ErrorCode::Internal;
    try {
        store.pull("weights", options);
    } catch (const Error& e) {
        code = e.code();
    }
    QCOMPARE(code, ErrorCode::Cancelled);
    QVERIFY(rate > 100e3 && rate < 20e6);
    QVERIFY(left > 0);
    const ModelStatus status = store.status("weights");
    QCOMPARE(status.state, ModelState::Partly);
    QVERIFY(status.bytesOnDisk > 0 && status.bytesOnDisk < with.large.size());
    with.hub.forgetRequests();
    QCOMPARE(readTextFile(store.pull("weights") / "pytorch_model.bin"), with.large);
    // The last one: nginx enters a request that was broken off when it notices.
    QCOMPARE(with.hub.gets("blobs/" + sha256Of(with.large)).back().range,
             "bytes=" + std::to_string(status.bytesOnDisk) + "-");

    // Cancel: the part goes, too.
    HubFixture other;
    fs::create_directories(other.largeBlob().parent_path());
    writeFileAtomically(other.largeBlob().string() + ".visualbert-part", "abc");
    QCOMPARE(other.store().discardParts("weights"), std::uintmax_t(3));
    QCOMPARE(other.leftovers(), std::vector<std::string>());
}

void ModelStoreTest::removesWhatItWroteOnly()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    // Python's client had the configuration already.
    const fs::path blob = with.repo() / "blobs" / gitSha1Of(with.config);
    const fs::path link = with.repo() / "snapshots" / HubFixture::kCommit / "config.json";
    writeFileAtomically(blob, with.config);
    fs::create_directories(link.parent_path());
    fs::create_symlink("../../blobs/" + blob.filename().string(), link);
    const ModelStore store = with.store();
    store.pull("tiny");
    store.pull("weights");
    QVERIFY(with.hub.gets("config.json").empty());

    // The other entry uses the weights.
    RemovedModel removed = store.remove("tiny");
    QCOMPARE(removed.bytes, std::uintmax_t(with.vocabulary.size()));
    QCOMPARE(removed.kept.size(), std::size_t(2));
    QVERIFY(fs::exists(with.largeBlob()) && fs::exists(link));
    QVERIFY(!fs::exists(with.home() / "data/packs/tiny"));

    removed = store.remove("weights");
    QCOMPARE(removed.bytes, std::uintmax_t(with.large.size()));
    QVERIFY(!fs::exists(with.largeBlob()));
    QCOMPARE(readTextFile(link), with.config);
    QVERIFY(sentenceOf([&] { store.remove("weights"); }).find("Nothing of weights") != std::string::npos);
}

void ModelStoreTest::mendsWhatIsDamaged()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const ModelStore store = with.store();
    const fs::path folder = store.pull("tiny");
    std::string bad = with.large;
    bad[1234] = char(~bad[1234]);
    writeFileAtomically(with.largeBlob(), bad);
    const auto faults = store.verify("tiny");
    QCOMPARE(faults.size(), std::size_t(1));
    QCOMPARE(faults[0].file, std::string("vqa/pytorch_model.bin"));
    store.pull("tiny");
    QVERIFY(store.verify("tiny").empty());
    fs::remove(with.largeBlob());
    QCOMPARE(store.status("tiny").state, ModelState::Damaged);
    store.pull("tiny");
    QCOMPARE(readTextFile(folder / "vqa/pytorch_model.bin"), with.large);
}

void ModelStoreTest::recognisesFilesByTheirHash()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const fs::path folder = with.home() / "stick/deep";
    writeFileAtomically(folder / "renamed.bin", with.large);
    writeFileAtomically(folder / "other.bin", std::string(with.large.size(), 'x'));
    const ModelStore store = with.store();
    const auto added = store.addFiles({with.home() / "stick"});
    QCOMPARE(added.size(), std::size_t(2));
    const AddedFile& known = added[0].id.empty() ? added[1] : added[0];
    QCOMPARE(known.id, std::string("large"));
    QCOMPARE(known.entries, (std::vector<std::string>{"tiny", "weights"}));
    fs::remove_all(with.home() / "stick");
    QCOMPARE(readTextFile(store.pull("weights") / "pytorch_model.bin"), with.large);
    QVERIFY(with.hub.requests().empty());
}

void ModelStoreTest::offline()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const ModelStore offline = with.store({{"HF_HUB_OFFLINE", "1"}});
    const std::string message = sentenceOf([&] { offline.pull("tiny"); });
    QVERIFY2(message.find("HF_HUB_OFFLINE") != std::string::npos &&
                 message.find("pytorch_model.bin") != std::string::npos,
             message.c_str());
    QVERIFY(with.hub.requests().empty());
    with.store().pull("tiny");
    offline.pull("tiny");
}

void ModelStoreTest::aFolderOfSomebodysOwnStays()
{
    HubFixture with;
    const fs::path own = with.home() / "data/packs/tiny/mine.txt";
    writeFileAtomically(own, "mine");
    const ModelStore store = with.store();
    QVERIFY(sentenceOf([&] { store.pull("tiny"); }).find("was not made by pull") != std::string::npos);
    QVERIFY(sentenceOf([&] { store.remove("tiny"); }).find("was not made by pull") != std::string::npos);
    QCOMPARE(readTextFile(own), std::string("mine"));
}

void ModelStoreTest::diskWithoutRoom()
{
    HubFixture with;
    with.catalog()["files"]["large"]["bytes"] = std::uint64_t(1) << 60;
    const std::string message = sentenceOf([&] { with.store().pull("weights"); });
    QVERIFY2(message.find("MB left: free some space") != std::string::npos, message.c_str());
    QCOMPARE(with.leftovers(), std::vector<std::string>());
}

VBS_TEST_MAIN(ModelStoreTest)
#include "model_store_test.moc"
