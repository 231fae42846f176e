#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/hub/content_hash.h"
#include "tests/support/command_line.h"
#include "tests/support/hub_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <csignal>
#include <fstream>
#include <map>
#include <random>

using namespace vbs;
using namespace vbs::test;
namespace fs = std::filesystem;

/// A pull that is killed again and again. VBS_KILL_MEGABYTES gives the size of the weights: 60 by default, which takes
/// half a minute; 455 is that of visualbert-vqa. VBS_KILL_FILES names a folder with files of full size instead
/// (vqa/pytorch_model.bin, vqa/config.json, vocab.txt, answers.txt, extractor/pytorch_model.bin).
class PacksKillSlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tenKills();
};

namespace {

constexpr char kCommit[] = "0123456789abcdef0123456789abcdef01234567";

/// Files of a question-answering pack in a folder, with content from a seed.
void makeFiles(const fs::path& folder, std::size_t megabytes)
{
    std::mt19937_64 random(7);
    const auto make = [&](const char* name, std::size_t bytes) {
        fs::create_directories((folder / name).parent_path());
        std::ofstream file(folder / name, std::ios::binary);
        for (std::size_t i = 0; i < bytes / 8; ++i) {
            const std::uint64_t word = random();
            file.write(reinterpret_cast<const char*>(&word), sizeof word);
        }
    };
    make("vqa/pytorch_model.bin", megabytes * 1000000);
    make("vqa/config.json", 152680);
    make("vocab.txt", 231504);
    make("answers.txt", 24768);
    make("extractor/pytorch_model.bin", megabytes * 577000);
}

} // namespace

void PacksKillSlowTest::initTestCase()
{
    if (const QString reason = LocalHub::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
}

void PacksKillSlowTest::tenKills()
{
    QTemporaryDir temporary;
    fs::path folder = qEnvironmentVariable("VBS_KILL_FILES").toStdString();
    if (folder.empty()) {
        folder = temporary.filePath("files").toStdString();
        makeFiles(folder, qEnvironmentVariable("VBS_KILL_MEGABYTES", "60").toUInt());
    }
    LocalHub hub;
    Json catalog = {{"format", 1}, {"files", Json::object()}};
    Json entry = {{"name", "big"},
                  {"kind", "pack"},
                  {"title", "A pack of full size"},
                  {"description", "For tests."},
                  {"tasks", {"vqa"}},
                  {"license", "made for a test"},
                  {"files", Json::object()},
                  {"pack",
                   {{"tokenizer", {{"vocab", "vocab.txt"}}},
                    {"extractor", {{"kind", "vg_faster_rcnn"}, {"weights", "extractor/pytorch_model.bin"}}},
                    {"tasks", {{"vqa", {{"model", "vqa"}, {"answers", "answers.txt"}}}}}}}};
    std::uintmax_t total = 0;
    for (const char* path :
         {"vqa/pytorch_model.bin", "vqa/config.json", "vocab.txt", "answers.txt", "extractor/pytorch_model.bin"}) {
        const std::string sha256 = sha256OfFile(folder / path);
        const std::uintmax_t bytes = fs::file_size(folder / path);
        total += bytes;
        hub.addOnDisk("tester/big", kCommit, path, folder / path, sha256,
                      bytes > 1000000 ? std::to_string(total / 8000) + "k" : "");
        catalog["files"][path] = {{"name", fs::path(path).filename().string()},
                                  {"bytes", bytes},
                                  {"sha256", sha256},
                                  {"license", "made for a test"},
                                  {"sources", {{{"hub", "tester/big"}, {"revision", kCommit}, {"path", path}}}}};
        entry["files"][path] = path;
    }
    catalog["entries"] = {entry};
    writeFileAtomically(temporary.filePath("catalog.json").toStdString(), jsonText(OrderedJson(catalog)));
    QVERIFY2(hub.start(), qPrintable(hub.failure()));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HF_HUB_OFFLINE", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_TOKEN", "VBS_PACKS"})
        environment.remove(name);
    environment.insert("VBS_CATALOG", temporary.filePath("catalog.json"));
    environment.insert("HF_HOME", temporary.filePath("cache/huggingface"));
    environment.insert("XDG_CACHE_HOME", temporary.filePath("cache"));
    environment.insert("XDG_DATA_HOME", temporary.filePath("share"));
    environment.insert("HF_ENDPOINT", QString::fromStdString(hub.endpoint()));

    const fs::path blobs = temporary.filePath("cache/huggingface/hub/models--tester--big/blobs").toStdString();
    std::mt19937 random(std::random_device{}());
    std::map<std::string, std::uintmax_t> earlier;
    for (int kill = 0; kill < 10; ++kill) {
        // What lies there now must not be fetched again: neither whole files nor the beginning of parts.
        std::map<std::string, std::uintmax_t> before;
        std::error_code code;
        for (fs::directory_iterator at(blobs, code), end; !code && at != end; at.increment(code))
            before[at->path().filename().string()] = at->file_size();
        hub.forgetRequests();
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QString(programFolder()) + "/visualbert", {"packs", "pull", "big", "--quiet"});
        QVERIFY(process.waitForStarted());
        // The moment is what is random here.
        process.waitForFinished(int(300 + random() % 1700));
        if (process.state() == QProcess::Running) {
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            process.waitForFinished();
        }
        for (const HubRequest& request : hub.gets("")) {
            if (!request.path.starts_with("/blobs/"))
                continue;
            const std::string name = request.path.substr(7);
            QVERIFY2(!before.contains(name), request.path.c_str());
            const auto part = before.find(name + ".visualbert-part");
            const std::uintmax_t from = request.range.empty() ? 0 : std::stoull(request.range.substr(6));
            const std::uintmax_t now = part == before.end() ? 0 : part->second;
            // nginx may enter the request that the last kill broke off only now.
            QVERIFY2(from == now || from == earlier[name], (request.path + " " + request.range).c_str());
        }
        for (const auto& [name, bytes] : before)
            if (name.ends_with(".visualbert-part"))
                earlier[name.substr(0, name.size() - 16)] = bytes;
    }
    const CommandOutcome last = runVisualBert({"packs", "pull", "big", "--json", "--quiet"}, environment, 500000);
    QVERIFY2(last.exitCode == 0, qPrintable(last.err));
    const fs::path made = Json::parse(last.out.toStdString()).at("pulled")[0].at("folder").get<std::string>();
    for (const auto& file : catalog["files"].items())
        QCOMPARE(sha256OfFile(made / file.key()), file.value()["sha256"].get<std::string>());
    QCOMPARE(runVisualBert({"packs", "verify", "big", "--quiet"}, environment, 500000).exitCode, 0);
    for (const auto& item : fs::directory_iterator(blobs))
        QVERIFY(isContentHash(item.path().filename().string()));
    hub.forgetRequests();
    QCOMPARE(runVisualBert({"packs", "pull", "big", "--quiet"}, environment, 500000).exitCode, 0);
    QVERIFY(hub.requests().empty());
}

VBS_TEST_MAIN(PacksKillSlowTest)
#include "packs_kill_slow_test.moc"
