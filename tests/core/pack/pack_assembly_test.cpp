#include "core/pack/pack_assembly.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

PackManifest manifest()
{
    PackManifest manifest;
    manifest.name = "photos";
    manifest.tasks["vqa"] = {"vqa", "answers.txt", "", {}, {}, {}};
    manifest.tasks["vqa"].form.visualType = 0;
    return manifest;
}

std::size_t entriesIn(const fs::path& folder)
{
    return std::size_t(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

class PackAssemblyTest : public QObject, TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char* folder : {"data", "moved", "elsewhere"})
            fs::remove_all(path(folder));
    }
    void makesAPackOfLinks();
    void copiesOnRequest();
    void hashesNothingTwice();
    void isWholeOrNotThere_data();
    void isWholeOrNotThere();
    void keepsWhatIsTheUsers();
    void replacesAndRemovesItsOwn();
    void stops();

private:
    fs::path packs() const { return path("data/packs"); }
    PackAssembly parts() const
    {
        PackAssembly assembly;
        assembly.files["vocab.txt"] = {write("data/near/vocab.txt", "[PAD]\n"), {}, {}};
        assembly.files["vqa/model.safetensors"] = {write("elsewhere/blob", "weights"), {}, {}};
        assembly.files["answers.txt"] = {{}, "yes\nno\n", {}};
        return assembly;
    }
};

void PackAssemblyTest::makesAPackOfLinks()
{
    const fs::path folder = packs() / "photos";
    const ModelPack pack = assemblePack(folder, manifest(), parts());
    QCOMPARE(pack.folder, folder);
    QCOMPARE(pack.manifest.files.size(), std::size_t(3));
    QCOMPARE(pack.manifest.files.at("vqa/model.safetensors").sha256, sha256("weights"));
    QVERIFY(fs::is_symlink(folder / "vqa/model.safetensors"));
    QVERIFY(fs::read_symlink(folder / "vqa/model.safetensors").is_absolute());
    QVERIFY(!fs::is_symlink(folder / "answers.txt"));
    const ModelPack read = readPack(folder);
    QVERIFY(verifyPack(read).empty());
    QCOMPARE(read.manifest.tasks.at("vqa").form.visualType, 0);
    QCOMPARE(entriesIn(packs()), std::size_t(1));
    // What lies inside the packs' own folder can be moved along with it.
    PackAssembly inside;
    inside.files["vocab.txt"] = {write("data/packs/store/vocab.txt", "[PAD]\n"), {}, {}};
    assemblePack(packs() / "other", manifest(), inside);
    QCOMPARE(fs::read_symlink(packs() / "other/vocab.txt"), fs::path("../store/vocab.txt"));
    fs::rename(packs(), path("moved"));
    QCOMPARE(readTextFile(path("moved") / "other/vocab.txt"), std::string("[PAD]\n"));
}

void PackAssemblyTest::copiesOnRequest()
{
    PackAssembly assembly = parts();
    assembly.placing = PackPlacing::Copy;
    assemblePack(packs() / "photos", manifest(), assembly);
    QVERIFY(!fs::is_symlink(packs() / "photos/vqa/model.safetensors"));
    fs::remove(path("elsewhere/blob"));
    QVERIFY(verifyPack(readPack(packs() / "photos")).empty());
    QVERIFY(isAssembled(packs() / "photos"));
}

void PackAssemblyTest::hashesNothingTwice()
{
    PackAssembly assembly = parts();
    const std::string proven = sha256("something that this file does not hold"); // so reading it would show
    assembly.files["vqa/model.safetensors"].proven = {proven, 7};
    QCOMPARE(assemblePack(packs() / "photos", manifest(), assembly).manifest.files.at("vqa/model.safetensors").sha256,
             proven);
    assembly.files["vqa/model.safetensors"].proven = {proven, 8};
    const QString message = test::messageOf([&] { assemblePack(packs() / "two", manifest(), assembly); });
    QVERIFY2(message.contains("has 7 bytes, not 8"), qPrintable(message));
    QVERIFY(!fs::exists(packs() / "two"));
}

void PackAssemblyTest::isWholeOrNotThere_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<bool>("missing");
    QTest::addColumn<bool>("badManifest");
    QTest::newRow("a source that is gone") << QByteArray("zzz") << true << false;
    QTest::newRow("a path that leads out") << QByteArray("../zzz") << false << false;
    QTest::newRow("a manifest that nobody can read") << QByteArray("zzz") << false << true;
}

void PackAssemblyTest::isWholeOrNotThere()
{
    QFETCH(QByteArray, inside);
    QFETCH(bool, missing);
    QFETCH(bool, badManifest);
    PackAssembly assembly = parts();
    assembly.files[inside.toStdString()] = {missing ? path("gone") : write("there", "x"), {}, {}};
    PackManifest wrong = manifest();
    if (badManifest)
        wrong.tasks["vqa"].form.sentences = 2;
    QVERIFY_EXCEPTION_THROWN(assemblePack(packs() / "photos", wrong, assembly), Error);
    QCOMPARE(entriesIn(packs()), std::size_t(0));
    QCOMPARE(readTextFile(path("elsewhere/blob")), std::string("weights"));
}

void PackAssemblyTest::keepsWhatIsTheUsers()
{
    const fs::path folder = packs() / "photos";
    write("data/packs/photos/pack.json", "{}");
    PackAssembly assembly = parts();
    for (const bool replace : {false, true}) {
        assembly.replace = replace;
        QVERIFY_EXCEPTION_THROWN(assemblePack(folder, manifest(), assembly), Error);
        QCOMPARE(readTextFile(folder / "pack.json"), std::string("{}"));
    }
    QVERIFY_EXCEPTION_THROWN(removeAssembled(folder), Error);
    fs::remove_all(folder);
    assemblePack(folder, manifest(), assembly);
    write("data/packs/photos/notes.txt", "mine");
    fs::path foreign;
    QVERIFY(!isAssembled(folder, &foreign));
    QCOMPARE(foreign, folder / "notes.txt");
    const QString message = test::messageOf([&] { assemblePack(folder, manifest(), assembly); });
    QVERIFY2(message.contains("notes.txt, which is your own"), qPrintable(message));
    fs::remove(folder / "notes.txt");
    QVERIFY(isAssembled(folder));
    write("data/packs/photos/answers.txt", "yes\nnever\n");
    QVERIFY_EXCEPTION_THROWN(removeAssembled(folder), Error);
    QCOMPARE(readTextFile(folder / "answers.txt"), std::string("yes\nnever\n"));
}

void PackAssemblyTest::replacesAndRemovesItsOwn()
{
    const fs::path folder = packs() / "photos";
    PackAssembly assembly = parts();
    assemblePack(folder, manifest(), assembly);
    const QString message = test::messageOf([&] { assemblePack(folder, manifest(), assembly); });
    QVERIFY2(message.contains("is there already"), qPrintable(message));
    assembly.replace = true;
    assembly.files.erase("answers.txt");
    assemblePack(folder, manifest(), assembly);
    QVERIFY(!fs::exists(folder / "answers.txt"));
    removeAssembled(folder);
    QVERIFY(!fs::exists(folder));
    QCOMPARE(readTextFile(path("elsewhere/blob")), std::string("weights"));
    fs::create_directories(folder); // an empty folder is nobody's
    assembly.replace = false;
    assemblePack(folder, manifest(), assembly);
    QVERIFY(isAssembled(folder));
}

void PackAssemblyTest::stops()
{
    PackAssembly assembly = parts();
    std::stop_source stop;
    assembly.control.stop = stop.get_token();
    assembly.control.onProgress = [&](const Progress& progress) {
        if (progress.fraction > 0)
            stop.request_stop();
    };
    try {
        assemblePack(packs() / "photos", manifest(), assembly);
        QFAIL("It did not stop.");
    } catch (const Error& e) {
        QCOMPARE(e.code(), ErrorCode::Cancelled);
    }
    QCOMPARE(entriesIn(packs()), std::size_t(0));
}

VBS_TEST_MAIN(PackAssemblyTest)
#include "pack_assembly_test.moc"
