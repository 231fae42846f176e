#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace vbs;

/// inspect and convert as a user calls them.
class InspectCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }
    void tellsClassTaskAndSize_data();
    void tellsClassTaskAndSize();
    void tellsWhatIsMissing();
    void printsText();
    void checksExpectedValues();
    void convertsEveryFormat_data();
    void convertsEveryFormat();
    void convertsOriginalNames();
    void convertKeepsWhatIsThere();
    void refusesHostileFilesInLittleMemory();

private:
    struct Result {
        int code = -1;
        QString out, err;
        Json json() const { return Json::parse(out.toStdString(), nullptr, false); }
    };

    static Result run(const QStringList& arguments, rlim_t addressSpace = RLIM_INFINITY)
    {
        QProcess process;
        process.setChildProcessModifier([addressSpace] {
            const rlimit limit{addressSpace, addressSpace};
            ::setrlimit(RLIMIT_AS, &limit);
        });
        process.start(QString(vbs::test::programFolder()) + "/visualbert", arguments);
        if (!process.waitForFinished(120000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    static QString network(const QString& name) { return QString(vbs::test::dataFolder()) + "/visualbert/" + name; }
    static QString checkpoint(const QString& name) { return QString(vbs::test::dataFolder()) + "/checkpoints/" + name; }
    QString temporary(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void InspectCommandTest::tellsClassTaskAndSize_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("architecture");
    QTest::addColumn<QString>("task");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("from");
    const QString pack = QString(vbs::test::sourceFolder()) + "/models/picture-book/vqa";
    QTest::newRow("shipped") << pack << "VisualBertForQuestionAnswering"
                             << "vqa" << 278 << "config.json";
    QTest::newRow("a file in a folder") << pack + "/model.safetensors"
                                        << "VisualBertForQuestionAnswering"
                                        << "vqa" << 278 << "config.json";
    QTest::newRow("trunk") << network("base-visual") << "VisualBertModel"
                           << "" << 20 << "config.json";
    QTest::newRow("choices") << network("multiple-choice") << "VisualBertForMultipleChoice"
                             << "multiple_choice" << 20 << "config.json";
    QTest::newRow("alignment") << network("region-to-phrase") << "VisualBertForRegionToPhraseAlignment"
                               << "region_to_phrase" << 20 << "config.json";
    QTest::newRow("pretraining") << network("pretraining-mlm-only") << "VisualBertForPreTraining"
                                 << "pretraining" << 20 << "config.json";
    QTest::newRow("original vqa") << checkpoint("original/vqa_fine_tuned.th") << "VisualBertForQuestionAnswering"
                                  << "vqa" << 12 << "weights";
    QTest::newRow("original nlvr2") << checkpoint("original/nlvr2_fine_tuned.th") << "VisualBertForVisualReasoning"
                                    << "nlvr" << 12 << "weights";
    QTest::newRow("original vcr") << checkpoint("original/vcr_fine_tune.th") << "VisualBertForMultipleChoice"
                                  << "multiple_choice" << 12 << "weights";
    QTest::newRow("original pretraining") << checkpoint("original/vqa_pre_trained.th") << "VisualBertForPreTraining"
                                          << "pretraining" << 12 << "weights";
}

void InspectCommandTest::tellsClassTaskAndSize()
{
    QFETCH(QString, path);
    QFETCH(QString, architecture);
    QFETCH(QString, task);
    QFETCH(int, width);
    QFETCH(QString, from);
    const Result result = run({"inspect", path, "--json"});
    QCOMPARE(result.code, 0);
    const Json json = result.json();
    QCOMPARE(QString::fromStdString(json.at("architecture").get<std::string>()), architecture);
    QCOMPARE(json.at("task").is_null() ? QString() : QString::fromStdString(json.at("task").get<std::string>()), task);
    QCOMPARE(json.at("visual_embedding_dim").get<int>(), width);
    QCOMPARE(QString::fromStdString(json.at("config_from").get<std::string>()), from);
    QVERIFY(json.at("fits").get<bool>());
    QVERIFY(json.at("missing").empty());
    QVERIFY(json.at("unexpected").empty());
    QVERIFY(json.at("tensors").size() > 20);
    for (const char* key : {"name", "dtype", "shape"})
        QVERIFY(json.at("tensors").front().contains(key));
}

void InspectCommandTest::tellsWhatIsMissing()
{
    const QString folder = temporary("missing");
    QDir().mkpath(folder);
    QVERIFY(QFile::copy(checkpoint("config.json"), folder + "/config.json"));
    QVERIFY(QFile::copy(checkpoint("hostile/model-key-missing.safetensors"), folder + "/model.safetensors"));
    const Json json = run({"inspect", folder, "--json"}).json();
    QVERIFY(!json.at("fits").get<bool>());
    QVERIFY(json.at("missing") == Json({"visual_bert.encoder.layer.0.attention.self.query.weight"}));
    const Result forward =
        run({"forward", "--model", folder, "--inputs", network("qa-no-labels") + "/inputs.safetensors", "--output",
             temporary("out.safetensors")});
    QCOMPARE(forward.code, 1);
    QVERIFY(forward.err.contains("visual_bert.encoder.layer.0.attention.self.query.weight"));
    QFile::remove(folder + "/model.safetensors");
    QVERIFY(QFile::copy(checkpoint("hostile/model-wrong-shape.safetensors"), folder + "/model.safetensors"));
    const Json wrong = run({"inspect", folder, "--json"}).json();
    QCOMPARE(wrong.at("mismatched").size(), 1u);
    QVERIFY(wrong.at("mismatched")[0].at("shape") == Json({16, 12}));
    QVERIFY(wrong.at("mismatched")[0].at("config_wants") == Json({16, 16}));
}

void InspectCommandTest::printsText()
{
    const Result result = run({"inspect", checkpoint("original/vcr_fine_tune.th")});
    QCOMPARE(result.code, 0);
    for (const char* words : {"VisualBertForMultipleChoice", "12 values", "is assumed", "torch legacy",
                              "dropped: detector.backbone.0.weight", "bert.bert.pooler.dense.bias"})
        QVERIFY2(result.out.contains(words), words);
    QVERIFY(!run({"inspect", checkpoint("original/vcr_fine_tune.th"), "--summary"}).out.contains("bert.bert.pooler"));
    const Result other =
        run({"inspect", QString(vbs::test::sourceFolder()) + "/models/picture-book/extractor", "--summary"});
    QCOMPARE(other.code, 0);
    QVERIFY(other.out.contains("Faster R-CNN"));
}

void InspectCommandTest::checksExpectedValues()
{
    // No published weights are at hand: the shipped network's own numbers, as `forward` gives them, stand in for them.
    const QString pack = QString(vbs::test::sourceFolder()) + "/models/picture-book/vqa";
    const Result unknown = run({"inspect", pack, "--check"});
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.err.contains("uclanlp/visualbert-vqa"));
    Json entry = {{"name", "a/copy"},
                  {"head", "VisualBertForQuestionAnswering"},
                  {"visual_embedding_dim", 278},
                  {"token_type_ids", {0, 0, 0, 1, 1, 1}},
                  {"logits_shape", {1, 47}}};
    const std::string values = temporary("values.json").toStdString();
    writeFileAtomically(values, Json{{"tolerance", 1e-4}, {"checkpoints", {entry}}}.dump());
    const Result right = run({"inspect", pack, "--values", QString::fromStdString(values), "--json"});
    QCOMPARE(right.code, 0);
    QVERIFY(right.json().at("check").at("checkpoint") == "a/copy");
    QVERIFY(right.json().at("check").at("outputs")[0].at("holds").get<bool>());
    entry["logits[0,:3]"] = {1e6, 1e6, 1e6};
    writeFileAtomically(values, Json{{"tolerance", 1e-4}, {"checkpoints", {entry}}}.dump());
    const Result wrong = run({"inspect", pack, "--values", QString::fromStdString(values), "--summary"});
    QCOMPARE(wrong.code, 1);
    QVERIFY(wrong.out.contains("WRONG"));
    QVERIFY(wrong.err.contains("logits[0,:3]"));
    writeFileAtomically(values, std::string("{}"));
    QCOMPARE(run({"inspect", pack, "--values", QString::fromStdString(values)}).code, 1);
}

void InspectCommandTest::convertsEveryFormat_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("dtype");
    QTest::newRow("zip") << "torch/pytorch_model.bin"
                         << "float32";
    QTest::newRow("legacy, half") << "torch/legacy-fp16.bin"
                                  << "float16";
    QTest::newRow("bfloat16") << "torch/bf16.bin"
                              << "bfloat16";
    QTest::newRow("views") << "torch/non-contiguous.bin"
                           << "float32";
    QTest::newRow("shards") << "sharded-safetensors/model.safetensors.index.json"
                            << "float32";
    QTest::newRow("folder of shards") << "sharded-bin"
                                      << "float32";
}

void InspectCommandTest::convertsEveryFormat()
{
    QFETCH(QString, from);
    QFETCH(QString, dtype);
    const QString to = temporary(QString(QTest::currentDataTag()).replace(' ', '-') + ".safetensors");
    const Result result = run({"convert", checkpoint(from), to, "--json"});
    QCOMPARE(result.code, 0);
    const Json before = run({"inspect", checkpoint(from), "--json"}).json(),
               after = run({"inspect", to, "--json"}).json();
    QVERIFY(after.at("tensors") == before.at("tensors"));
    QVERIFY(after.at("format") == "safetensors");
    int counted = 0;
    for (const Json& tensor : after.at("tensors"))
        counted += QString::fromStdString(tensor.at("dtype").get<std::string>()) == dtype;
    QVERIFY(counted > 20);
}

void InspectCommandTest::convertsOriginalNames()
{
    const QString folder = temporary("original");
    const Result result = run({"convert", checkpoint("original/vqa_pre_trained.th"), folder});
    QCOMPARE(result.code, 0);
    QVERIFY(result.out.contains("read back and found equal"));
    const Json made = run({"inspect", folder, "--json"}).json();
    QVERIFY(made.at("config_from") == "config.json");
    QVERIFY(made.at("fits").get<bool>());
    QVERIFY(made.at("renamed").empty());
    QVERIFY(made.at("unexpected").empty());
}

void InspectCommandTest::convertKeepsWhatIsThere()
{
    const QString to = temporary("kept.safetensors");
    writeFileAtomically(to.toStdString(), std::string("mine"));
    const Result refused = run({"convert", checkpoint("torch/pytorch_model.bin"), to});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains("--force"));
    QCOMPARE(readTextFile(to.toStdString()), std::string("mine"));
    QCOMPARE(run({"convert", checkpoint("torch/pytorch_model.bin"), to, "--force"}).code, 0);
    const Result itself = run({"convert", to, to, "--force"});
    QCOMPARE(itself.code, 1);
    QVERIFY(itself.err.contains("onto itself"));
    QCOMPARE(run({"inspect", to, "--json"}).code, 0); // still whole
    const Result nowhere = run({"convert", to, "/proc/nowhere/x.safetensors"});
    QCOMPARE(nowhere.code, 1);
    QCOMPARE(nowhere.err.count('\n'), 1);
}

void InspectCommandTest::refusesHostileFilesInLittleMemory()
{
    constexpr rlim_t kSixGibibytes = 6ull << 30;
    for (const char* name :
         {"hostile/reduce-os-system.bin", "hostile/zip-bomb.bin", "hostile/pickle-doubling.bin",
          "hostile/pickle-huge-memo-index.bin", "hostile/shape-huge.safetensors",
          "hostile/shard-absolute/model.safetensors.index.json", "hostile/legacy-storage-size-wrong.bin"}) {
        const Result result = run({"inspect", checkpoint(name)}, kSixGibibytes);
        QVERIFY2(result.code == 1, name);
        QVERIFY2(result.err.startsWith("visualbert: error: ") && result.err.count('\n') == 1, name);
        QVERIFY2(result.out.isEmpty(), name);
    }
    QVERIFY(!QFile::exists("/tmp/pwned"));
    QCOMPARE(run({"inspect", checkpoint("torch/pytorch_model.bin"), "--json"}, kSixGibibytes).code, 0);
}

VBS_TEST_MAIN(InspectCommandTest)
#include "inspect_command_test.moc"
