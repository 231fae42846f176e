#include "core/pack/model_pack.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/pack/answer_vocabulary.h"
#include "core/pack/pack_catalog.h"
#include "core/pack/pack_manifest.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

const char* const kValid = R"({
  "format": 1, "name": "tiny", "title": "A tiny pack", "description": "For tests.", "license": "CC0-1.0",
  "source": "made here", "tokenizer": {"vocab": "vocab.txt", "do_lower_case": false},
  "extractor": {"kind": "features", "path": "extractor/config.json"},
  "tasks": {"vqa": {"model": "vqa", "answers": "answers.txt", "regions": 36}, "pretraining": {"model": "pre"}},
  "samples": [{"picture": "samples/a.png", "question": "what color is the cat?"}],
  "example_questions": ["is there a dog?", "how many cats are there?"],
  "files": {"vocab.txt": {"sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "bytes": 0}}
})";

template <typename Work> std::pair<int, std::string> errorOf(Work work)
{
    try {
        work();
    } catch (const Error& e) {
        return {int(e.code()), e.what()};
    }
    return {-1, ""};
}

} // namespace

class ModelPackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }
    void readsEveryField();
    void refusesBadManifests_data();
    void refusesBadManifests();
    void pathsStayInside_data();
    void pathsStayInside();
    void writesWhatItReads();
    void verifyNamesTheBadFiles();
    void verifyReportsAndStops();
    void resolvesFilesOfThePack();
    void infoForTheWindow();
    void findsByNameAndFolder();
    void listsBrokenOnesToo();
    void answersAreLabels();
    void refusesBadAnswerLists_data();
    void refusesBadAnswerLists();

private:
    fs::path root() const { return m_temporary->path().toStdString(); }
    fs::path makePack(const std::string& name, const std::string& manifest = kValid)
    {
        writeFileAtomically(root() / name / "pack.json", manifest);
        return root() / name;
    }
    /// A pack with real files, written by writePack.
    ModelPack makeWholePack()
    {
        const fs::path folder = makePack("whole");
        writeFileAtomically(folder / "vocab.txt", "[PAD]\n[UNK]\n");
        writeFileAtomically(folder / "vqa/model.safetensors", "weights");
        writeFileAtomically(folder / "README.md", "# Card");
        writeFileAtomically(folder / ".hidden", "an editor's");
        writeFileAtomically(folder / "samples/a.png", "picture");
        return writePack(folder, readPack(folder).manifest);
    }
    std::unique_ptr<QTemporaryDir> m_temporary;
};

void ModelPackTest::readsEveryField()
{
    const ModelPack pack = readPack(makePack("tiny"));
    const PackManifest& m = pack.manifest;
    QCOMPARE(m.name, std::string("tiny"));
    QCOMPARE(m.title, std::string("A tiny pack"));
    QCOMPARE(m.license, std::string("CC0-1.0"));
    QCOMPARE(m.tokenizer.vocab, std::string("vocab.txt"));
    QCOMPARE(m.tokenizer.doLowerCase, false);
    QCOMPARE(m.extractor["kind"].get<std::string>(), std::string("features"));
    QCOMPARE(m.tasks.size(), std::size_t(2));
    QCOMPARE(pack.task("vqa").answers, std::string("answers.txt"));
    QCOMPARE(pack.task("vqa").settings["regions"].get<int>(), 36);
    QCOMPARE(pack.task("pretraining").answers, std::string());
    QCOMPARE(m.samples.at(0).text, std::string("what color is the cat?"));
    QCOMPARE(m.exampleQuestions.size(), std::size_t(2));
    QCOMPARE(m.files.at("vocab.txt").bytes, std::uintmax_t(0));
    const auto [code, message] = errorOf([&] { pack.task("nlvr"); });
    QCOMPARE(code, int(ErrorCode::Mismatch));
    QVERIFY(message.find("pretraining, vqa") != std::string::npos);
}

void ModelPackTest::refusesBadManifests_data()
{
    QTest::addColumn<QString>("pointer"); // what is replaced
    QTest::addColumn<QString>("value");   // by what; empty: removed
    QTest::addColumn<QString>("named");   // in the message
    QTest::newRow("no format") << "/format"
                               << ""
                               << "\"format\"";
    QTest::newRow("a later format") << "/format"
                                    << "2"
                                    << "format 2";
    QTest::newRow("format as text") << "/format"
                                    << "\"1\""
                                    << "\"format\"";
    QTest::newRow("no name") << "/name"
                             << ""
                             << "\"name\" is missing";
    QTest::newRow("a name that is a path") << "/name"
                                           << "\"a/b\""
                                           << "\"name\"";
    QTest::newRow("a title that is a number") << "/title"
                                              << "3"
                                              << "\"title\" must be a string";
    QTest::newRow("no tokenizer") << "/tokenizer"
                                  << ""
                                  << "\"tokenizer\" is missing";
    QTest::newRow("vocabulary outside") << "/tokenizer/vocab"
                                        << "\"../vocab.txt\""
                                        << "\"tokenizer.vocab\" is outside";
    QTest::newRow("do_lower_case as text") << "/tokenizer/do_lower_case"
                                           << "\"no\""
                                           << "tokenizer.do_lower_case";
    QTest::newRow("extractor is a list") << "/extractor"
                                         << "[]"
                                         << "\"extractor\" must be an object";
    QTest::newRow("no tasks") << "/tasks"
                              << "{}"
                              << "names no task";
    QTest::newRow("unknown task") << "/tasks"
                                  << "{\"dance\": {\"model\": \"x\"}}"
                                  << "\"tasks.dance\"";
    QTest::newRow("task without model") << "/tasks/vqa/model"
                                        << ""
                                        << "\"tasks.vqa.model\" is missing";
    QTest::newRow("model outside") << "/tasks/vqa/model"
                                   << "\"/etc\""
                                   << "\"tasks.vqa.model\" is outside";
    QTest::newRow("answers outside") << "/tasks/vqa/answers"
                                     << "\"a/../../b\""
                                     << "\"tasks.vqa.answers\" is outside";
    QTest::newRow("sha256 too short") << "/files/vocab.txt/sha256"
                                      << "\"e3b0\""
                                      << "files.vocab.txt.sha256";
    QTest::newRow("bytes negative") << "/files/vocab.txt/bytes"
                                    << "-1"
                                    << "files.vocab.txt.bytes";
    QTest::newRow("file outside") << "/files"
                                  << "{\"../x\": {\"sha256\": \"\", \"bytes\": 0}}"
                                  << "is outside the pack: \"../x\"";
    QTest::newRow("samples no list") << "/samples"
                                     << "{}"
                                     << "\"samples\" must be a list";
    QTest::newRow("sample outside") << "/samples/0/picture"
                                    << "\"../a.png\""
                                    << "\"samples.picture\" is outside";
    QTest::newRow("question is a number") << "/example_questions/0"
                                          << "7"
                                          << "example_questions";
}

void ModelPackTest::refusesBadManifests()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, named);
    Json json = Json::parse(kValid);
    const Json::json_pointer at(pointer.toStdString());
    if (value.isEmpty())
        json[at.parent_pointer()].erase(at.back());
    else
        json[at] = Json::parse(value.toStdString());
    const fs::path folder = makePack("bad", json.dump());
    const auto [code, message] = errorOf([&] { readPack(folder); });
    QVERIFY(code == int(ErrorCode::CorruptData) || code == int(ErrorCode::UnsupportedFormat));
    QVERIFY2(message.find(named.toStdString()) != std::string::npos, message.c_str());
    QVERIFY2(message.starts_with((folder / "pack.json").string()), message.c_str());
}

void ModelPackTest::pathsStayInside_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("inside");
    QTest::newRow("a file") << "vocab.txt" << true;
    QTest::newRow("in a folder") << "extractor/config.json" << true;
    QTest::newRow("dots in a name") << "a..b/c...d" << true;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("absolute") << "/etc/passwd" << false;
    QTest::newRow("up") << ".." << false;
    QTest::newRow("up and down") << "a/../../b" << false;
    QTest::newRow("up inside") << "a/../b" << false; // harmless, but nobody needs it
}

void ModelPackTest::pathsStayInside()
{
    QFETCH(QString, path);
    QFETCH(bool, inside);
    QCOMPARE(staysInside(path.toStdString()), inside);
}

void ModelPackTest::writesWhatItReads()
{
    const ModelPack written = makeWholePack();
    const ModelPack read = readPack(written.folder);
    QCOMPARE(toJson(read.manifest).dump(), toJson(written.manifest).dump());
    QCOMPARE(read.manifest.tasks.at("vqa").settings["regions"].get<int>(), 36);
    QCOMPARE(read.manifest.files.size(), std::size_t(3)); // not pack.json, README.md, .hidden
    QCOMPARE(read.manifest.files.at("vqa/model.safetensors").bytes, std::uintmax_t(7));
    QCOMPARE(read.manifest.files.at("vqa/model.safetensors").sha256, sha256("weights"));
    QVERIFY(verifyPack(read).empty());
    PackManifest bad = read.manifest;
    bad.tasks["vqa"].model = "../elsewhere";
    const std::string before = readTextFile(read.folder / "pack.json");
    QVERIFY_EXCEPTION_THROWN(writePack(read.folder, bad), Error);
    QCOMPARE(readTextFile(read.folder / "pack.json"), before);
}

void ModelPackTest::verifyNamesTheBadFiles()
{
    const ModelPack pack = makeWholePack();
    writeFileAtomically(pack.folder / "vqa/model.safetensors", "weighty"); // same length
    writeFileAtomically(pack.folder / "vocab.txt", "[PAD]\n");
    fs::remove(pack.folder / "samples/a.png");
    writeFileAtomically(pack.folder / "README.md", "edited: fine");
    const auto faults = verifyPack(pack);
    QCOMPARE(faults.size(), std::size_t(3));
    QCOMPARE(faults[0].file, std::string("samples/a.png"));
    QVERIFY(faults[0].message.find("is missing") != std::string::npos);
    QCOMPARE(faults[1].file, std::string("vocab.txt"));
    QVERIFY(faults[1].message.find("6 bytes; the pack states 12") != std::string::npos);
    QCOMPARE(faults[2].file, std::string("vqa/model.safetensors"));
    QVERIFY(faults[2].message.find("SHA-256") != std::string::npos);
}

void ModelPackTest::verifyReportsAndStops()
{
    const ModelPack pack = makeWholePack();
    std::vector<double> fractions;
    JobControl control;
    control.onProgress = [&](const Progress& progress) { fractions.push_back(progress.fraction); };
    verifyPack(pack, control);
    QVERIFY(fractions.size() >= 4);
    QVERIFY(std::is_sorted(fractions.begin(), fractions.end()));
    QCOMPARE(fractions.back(), 1.);
    std::stop_source stop;
    stop.request_stop();
    control.stop = stop.get_token();
    QCOMPARE(errorOf([&] { verifyPack(pack, control); }).first, int(ErrorCode::Cancelled));
}

void ModelPackTest::resolvesFilesOfThePack()
{
    const ModelPack pack = makeWholePack();
    QCOMPARE(pack.resolve("vqa/model.safetensors", "weights"), pack.folder / "vqa/model.safetensors");
    const auto [missing, message] = errorOf([&] { pack.resolve("answers.txt", "answer list"); });
    QCOMPARE(missing, int(ErrorCode::FileNotFound));
    QVERIFY(message.starts_with("The answer list of the pack \"tiny\" is missing: "));
    QCOMPARE(errorOf([&] { pack.resolve("../x", "answer list"); }).first, int(ErrorCode::CorruptData));
    QCOMPARE(errorOf([&] { pack.resolve("", "answer list"); }).second,
             std::string("The pack \"tiny\" names no answer list in its pack.json."));
}

void ModelPackTest::infoForTheWindow()
{
    const PackInfo info = infoOf(makeWholePack());
    QCOMPARE(info.title, std::string("A tiny pack"));
    QCOMPARE(info.tasks, (std::vector<Task>{Task::VisualQuestionAnswering, Task::MaskedWords, Task::CaptionMatch}));
    QCOMPARE(info.samplePicture.filename(), fs::path("a.png"));
    QCOMPARE(info.sampleQuestion, std::string("what color is the cat?"));
    QCOMPARE(info.exampleQuestions.size(), std::size_t(2));
    QVERIFY(infoOf(readPack(makePack("no-samples"))).samplePicture.empty()); // the file is not there
}

void ModelPackTest::findsByNameAndFolder()
{
    const fs::path first = root() / "first", second = root() / "second";
    makePack("first/one");
    makePack("second/one");
    makePack("second/two");
    const std::vector<fs::path> folders{root() / "none", first, second};
    QCOMPARE(findPack("one", folders), first / "one");
    QCOMPARE(findPack("two", folders), second / "two");
    QCOMPARE(findPack((second / "one").string(), folders), second / "one");
    const auto [code, message] = errorOf([&] { findPack("three", folders); });
    QCOMPARE(code, int(ErrorCode::FileNotFound));
    QVERIFY2(message.find("there are one, two.") != std::string::npos, message.c_str());
    for (const char* bad : {"", ".", "..", "/nowhere", "../one"})
        QCOMPARE(errorOf([&] { findPack(bad, folders); }).first, int(ErrorCode::FileNotFound));
    QCOMPARE(errorOf([&] { readPack(first); }).first, int(ErrorCode::FileNotFound));

    qputenv("VBS_PACKS", QByteArray::fromStdString(second.string() + "::" + first.string()));
    QCOMPARE(packFolders().at(0), second);
    QCOMPARE(findPack("one"), second / "one");
    qputenv("XDG_DATA_HOME", "/data");
    qunsetenv("VBS_PACKS");
    QCOMPARE(packFolders().at(0), fs::path("/data/visualbert-studio/packs"));
    QCOMPARE(packFolders().back(), fs::canonical(fs::path(vbs::test::sourceFolder()) / "models"));
}

void ModelPackTest::listsBrokenOnesToo()
{
    makePack("packs/good");
    makePack("packs/broken", "{ not JSON");
    fs::create_directories(root() / "packs/empty");
    const auto packs = listPacks({root() / "packs"});
    QCOMPARE(packs.size(), std::size_t(2));
    QCOMPARE(packs[0].folder.filename(), fs::path("broken"));
    QVERIFY(packs[0].fault.english().find("not valid JSON") != std::string::npos);
    QVERIFY(packs[1].fault.english().empty());
    QCOMPARE(packs[1].manifest.title, std::string("A tiny pack"));
}

void ModelPackTest::answersAreLabels()
{
    const fs::path file = root() / "answers.txt";
    writeFileAtomically(file, "yes\r\nno\nlight blue\n");
    const auto answers = AnswerVocabulary::fromFile(file);
    QCOMPARE(answers.size(), std::size_t(3));
    QCOMPARE(answers.answer(2), std::string("light blue"));
    QCOMPARE(answers.labelOf("no"), std::optional<std::size_t>(1));
    QVERIFY(!answers.labelOf("maybe").has_value());
    answers.requireSize(3, "vqa/model.safetensors");
    const auto [code, message] = errorOf([&] { answers.requireSize(3129, "vqa/model.safetensors"); });
    QCOMPARE(code, int(ErrorCode::Mismatch));
    QCOMPARE(message, file.string() + " holds 3 answers, but vqa/model.safetensors has 3129 labels.");
}

void ModelPackTest::refusesBadAnswerLists_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("named");
    QTest::newRow("empty") << QByteArray() << "holds no answers";
    QTest::newRow("an empty line") << QByteArray("yes\n\nno\n") << "line 2 holds no answer";
    QTest::newRow("twice") << QByteArray("yes\nno\nyes\n") << "lines 1 and 3 hold the same answer, \"yes\"";
}

void ModelPackTest::refusesBadAnswerLists()
{
    QFETCH(QByteArray, contents);
    QFETCH(QString, named);
    const fs::path file = root() / "answers.txt";
    writeFileAtomically(file, contents.toStdString());
    const auto [code, message] = errorOf([&] { AnswerVocabulary::fromFile(file); });
    QCOMPARE(code, int(ErrorCode::CorruptData));
    QVERIFY2(message.find(named.toStdString()) != std::string::npos, message.c_str());
}

VBS_TEST_MAIN(ModelPackTest)
#include "model_pack_test.moc"
