#include "core/pack/task_form.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/pack/model_pack.h"
#include "core/pack/pack_manifest.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTest>

using namespace vbs;

namespace {

constexpr const char* kPath = "tasks.vqa.form";

Json manifestWith(const std::string& key, const char* form)
{
    Json json = Json::parse(R"({"format": 1, "name": "p", "tokenizer": {"vocab": "v"}, "extractor": {}, "tasks": {}})");
    json["tasks"][key] = {{"model", "m"}, {"form", Json::parse(form)}};
    return json;
}

} // namespace

class TaskFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void absentIsTheShippedConvention();
    void readsAndWritesEveryKey_data();
    void readsAndWritesEveryKey();
    void refusesInOneSentence_data();
    void refusesInOneSentence();
    void setsOneKey();
    void says_data();
    void says();
    void theManifestKeepsIt();
    void theShippedPackStaysAsItIs();
};

void TaskFormTest::absentIsTheShippedConvention()
{
    const TaskForm form = formFromJson(Json::object(), "vqa", kPath);
    QVERIFY(form == TaskForm());
    QVERIFY(!form.textSuffix);
    QCOMPARE(form.visualType, 1);
    QCOMPARE(form.leftType, 0);
    QCOMPARE(form.rightType, 1);
    QCOMPARE(form.fitsClass, 0);
    QCOMPARE(form.sentences, 1);
    QCOMPARE(toJson(form).dump(), std::string("{}"));
}

void TaskFormTest::readsAndWritesEveryKey_data()
{
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("visualbert-vqa")
        << QByteArray("vqa")
        << QByteArray(R"({"text_suffix":"? [MASK]","read_at":"mask","visual_type":0,"hidden_answers":["<unk>"]})");
    QTest::newRow("as typed") << QByteArray("pretraining") << QByteArray(R"({"text_suffix":"","read_at":"mask"})");
    QTest::newRow("last piece") << QByteArray("vqa") << QByteArray(R"({"read_at":"last_token"})");
    QTest::newRow("pairs") << QByteArray("nlvr") << QByteArray(R"({"read_at":"pooler","left_type":1,"right_type":0})");
    QTest::newRow("coco-pre") << QByteArray("pretraining")
                              << QByteArray(R"({"fits_class":1,"sentences":2,"first_sentence":"A photo."})");
    QTest::newRow("vcr")
        << QByteArray("multiple_choice")
        << QByteArray(R"({"max_length":128,"padding":"max_length","people":"neutral_names","box_words":"aligned"})");
}

void TaskFormTest::readsAndWritesEveryKey()
{
    QFETCH(QByteArray, task);
    QFETCH(QByteArray, json);
    const TaskForm form = formFromJson(Json::parse(json.toStdString()), task.toStdString(), kPath);
    QCOMPARE(toJson(form).dump(), json.toStdString());
    QVERIFY(formFromJson(Json(toJson(form)), task.toStdString(), kPath) == form);
}

void TaskFormTest::refusesInOneSentence_data()
{
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char* name, const char* task, const char* json, const char* key) {
        QTest::newRow(name) << QByteArray(task) << QByteArray(json) << QByteArray(key);
    };
    row("unknown key", "vqa", R"({"suffix": "?"})", "suffix");
    row("words of boxes without choices", "vqa", R"({"box_words": "aligned"})", "box_words");
    row("words of boxes in between", "multiple_choice", R"({"box_words": true})", "box_words");
    row("suffix as number", "vqa", R"({"text_suffix": 3})", "text_suffix");
    row("unknown place", "vqa", R"({"read_at": "middle"})", "read_at");
    row("a mask that is not there", "vqa", R"({"read_at": "mask"})", "read_at");
    row("a class that reads elsewhere", "vqa", R"({"read_at": "pooler"})", "read_at");
    row("phrases at masks", "region_to_phrase", R"({"read_at": "mask"})", "read_at");
    row("pairs at the last piece", "nlvr", R"({"read_at": "last_token"})", "read_at");
    row("negative type", "vqa", R"({"visual_type": -1})", "visual_type");
    row("half a type", "vqa", R"({"left_type": 0.5})", "left_type");
    row("type as text", "vqa", R"({"right_type": "1"})", "right_type");
    row("a huge type", "vqa", R"({"right_type": 18446744073709551615})", "right_type");
    row("third class", "pretraining", R"({"fits_class": 2})", "fits_class");
    row("a class that questions lack", "vqa", R"({"fits_class": 1})", "fits_class");
    row("three sentences", "pretraining", R"({"sentences": 3})", "sentences");
    row("two for questions", "vqa", R"({"sentences": 2})", "sentences");
    row("an empty first", "pretraining", R"({"sentences": 2, "first_sentence": " "})", "first_sentence");
    row("a first alone", "pretraining", R"({"first_sentence": "A photo."})", "first_sentence");
    row("short", "vqa", R"({"max_length": 3})", "max_length");
    row("padding to nothing", "vqa", R"({"padding": "max_length"})", "padding");
    row("padding of a kind", "vqa", R"({"padding": "left", "max_length": 128})", "padding");
    row("people of a kind", "vqa", R"({"people": true})", "people");
    row("hidden numbers", "vqa", R"({"hidden_answers": [0]})", "hidden_answers");
    row("hidden object", "vqa", R"({"hidden_answers": {"a": "b"}})", "hidden_answers");
    row("hidden without a list", "nlvr", R"({"hidden_answers": ["true"]})", "hidden_answers");
}

void TaskFormTest::refusesInOneSentence()
{
    QFETCH(QByteArray, task);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, key);
    const std::string file = "/packs/p/pack.json", name = task.toStdString();
    const QString message = test::messageOf([&] { manifestFromJson(manifestWith(name, json.constData()), file); });
    QVERIFY2(
        message.startsWith("/packs/p/pack.json is not a valid pack manifest: \"tasks." + task + ".form." + key + "\" "),
        qPrintable(message));
    QVERIFY2(message.endsWith('.') && message.count(". ") == 0, qPrintable(message));
}

void TaskFormTest::setsOneKey()
{
    TaskForm form;
    setFormValue(form, "vqa", "text_suffix=? [MASK]");
    setFormValue(form, "vqa", "read_at=mask");
    setFormValue(form, "vqa", "visual_type=0");
    setFormValue(form, "vqa", "hidden_answers=<unk>");
    QCOMPARE(toJson(form).dump(), std::string(R"({"text_suffix":"? [MASK]","read_at":"mask","visual_type":0,)"
                                              R"("hidden_answers":["<unk>"]})"));
    setFormValue(form, "vqa", "hidden_answers=[\"a\", \"b\"]");
    QCOMPARE(form.hiddenAnswers.size(), std::size_t(2));
    for (const char* wrong : {"visual_type=left", "visual_type", "=1", "text=?", "read_at=pooler"}) {
        TaskForm other = form;
        try {
            setFormValue(other, "vqa", wrong);
            QFAIL(wrong);
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::InvalidArgument);
        }
    }
}

void TaskFormTest::says_data()
{
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("sentences");
    const auto row = [](const char* name, const char* task, const char* json, const char* sentences) {
        QTest::newRow(name) << QByteArray(task) << QByteArray(json) << QByteArray(sentences);
    };
    row("shipped", "vqa", "{}",
        "The question is closed with a question mark, and the answer is read at the last word piece. The picture's "
        "regions have the visual type 1.");
    row("visualbert-vqa", "vqa", R"({"text_suffix": "? [MASK]", "visual_type": 0, "hidden_answers": ["<unk>"]})",
        "The question is followed by \"? [MASK]\", in place of a closing mark of its own, and the answer is read at "
        "the [MASK]. The picture's regions have the visual type 0. The answer \"<unk>\" is never listed.");
    row("coco-pre", "pretraining", R"({"sentences": 2, "fits_class": 1, "visual_type": 0})",
        "The text has two sentences: \"This is a picture.\", then yours, which is closed with a full stop. Words are "
        "read at each [MASK]; class 1 of the sentence-image head says that text and picture belong together. The "
        "picture's regions have the visual type 0.");
    row("nlvr2", "nlvr", "{}",
        "The statement is closed with a full stop, and the verdict is read from the pooled state. Regions of the left "
        "picture have the visual type 0, those of the right one 1.");
}

void TaskFormTest::says()
{
    QFETCH(QByteArray, task);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, sentences);
    const TaskForm form = formFromJson(Json::parse(json.toStdString()), task.toStdString(), kPath);
    QCOMPARE(QByteArray::fromStdString(describeForm(form, task.toStdString()).english()), sentences);
}

void TaskFormTest::theManifestKeepsIt()
{
    Json json = manifestWith("vqa", R"({"visual_type": 0, "text_suffix": "? [MASK]"})");
    json["tasks"]["vqa"]["extractor"] = {{"kind", "features"}, {"config", "other/config.json"}};
    ModelPack pack{"/packs/p", manifestFromJson(json, "pack.json")};
    PackTask& vqa = pack.manifest.tasks.at("vqa");
    QCOMPARE(vqa.form.visualType, 0);
    QCOMPARE(extractorOf(pack, "vqa")["config"].get<std::string>(), std::string("other/config.json"));
    QVERIFY(extractorOf(pack, "nlvr").empty()); // the pack's
    const OrderedJson again = toJson(pack.manifest);
    QCOMPARE(again["tasks"]["vqa"]["form"].dump(), std::string(R"({"text_suffix":"? [MASK]","visual_type":0})"));
    QCOMPARE(again["tasks"]["vqa"]["extractor"]["kind"].get<std::string>(), std::string("features"));
    const PackInfo info = infoOf(pack);
    QCOMPARE(info.models.size(), std::size_t(1));
    QCOMPARE(info.models.front().form.english(), describeForm(vqa.form, "vqa").english());
    vqa.form = {};
    vqa.extractor = {};
    QVERIFY(!toJson(pack.manifest)["tasks"]["vqa"].contains("form"));
    QVERIFY(!toJson(pack.manifest)["tasks"]["vqa"].contains("extractor"));
}

void TaskFormTest::theShippedPackStaysAsItIs()
{
    const std::filesystem::path folder = std::filesystem::path(test::sourceFolder()) / "models/picture-book";
    const ModelPack pack = readPack(folder);
    for (const auto& [key, task] : pack.manifest.tasks)
        QVERIFY2(task.form == TaskForm() && task.extractor.is_null(), key.c_str());
    QVERIFY(Json(toJson(pack.manifest)) == Json::parse(readTextFile(folder / "pack.json")));
    const PackInfo info = infoOf(pack);
    QCOMPARE(info.license, pack.manifest.license);
    QCOMPARE(info.models.size(), info.tasks.size());
    std::uintmax_t bytes = 0;
    for (const auto& [name, file] : pack.manifest.files)
        bytes += file.bytes;
    QVERIFY(bytes > 1'000'000);
    QCOMPARE(info.bytes, bytes);
}

VBS_TEST_MAIN(TaskFormTest)
#include "task_form_test.moc"
