#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/datasets/dataset_formats.h"
#include "core/datasets/example_score.h"
#include "core/image/image_io.h"
#include "core/nn/visual_bert/visual_bert_folder.h"
#include "core/pack/model_pack.h"
#include "core/picture_book/scenes/scene_export.h"
#include "core/runtime/backend_factory.h"
#include "core/runtime/session.h"
#include "core/tuning/fine_tuning.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

namespace {

const std::string kPack = std::string(vbs::test::sourceFolder()) + "/models/picture-book";

} // namespace

/// A few steps on six scenes with the shipped pack's trunk: what a run leaves behind, not what it learns.
class FineTuningRunsSlowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }
    FineTuningOptions options(const char* task, const char* run) const;

private Q_SLOTS:
    void initTestCase();
    void theStartsHeadIsKeptWhereItFits();
    void everyTaskEndsInAPack_data();
    void everyTaskEndsInAPack();
    void aTunedPackIsAskedAsItWasTaught_data();
    void aTunedPackIsAskedAsItWasTaught();
    void brokenPicturesAreLeftOut();
    void anotherExtractorEndsInAPackThatLoads();
    void aCheckpointBecomesAPack();
    void theFormOfTheStartIsKept();
    void faultsSayWhatToDo_data();
    void faultsSayWhatToDo();
};

/// One data set of each form about the same scenes.
void FineTuningRunsSlowTest::initTestCase()
{
    exportScenes({.seed = 5, .first = 0, .count = 6, .questionsPerScene = 4, .folder = path("scenes")}, {});
    std::string nlvr2, vcr, ids;
    const Json boxes = readJsonFile(path("scenes/instances.json"));
    for (int i = 0; i < 6; ++i) {
        const std::string picture = "picture_book_seed5_00000000000" + std::to_string(i), id = std::to_string(i);
        nlvr2 += R"({"identifier":"own-)" + id + R"(-0-0","sent":"There is a house.","label":)" +
                 std::to_string(i % 2) + R"(,"img0":")" + picture + R"(","img1":"picture_book_seed5_000000000000"})" +
                 "\n";
        vcr += R"({"img_fn":")" + picture +
               R"(.png","objects":["person"],"question":["Is","it",[0],"?"],)"
               R"("answer_choices":[["red"],["blue"],["green"]],"answer_label":1,"annot_id":"a"})"
               "\n";
        std::string xml = "<annotation><filename>" + picture + ".png</filename>";
        for (const Json& box : boxes["annotations"]) {
            if (box["image_id"] == i)
                xml += "<object><name>7</name><bndbox><xmin>" + box["bbox"][0].dump() + "</xmin><ymin>" +
                       box["bbox"][1].dump() + "</ymin><xmax>" +
                       std::to_string(box["bbox"][0].get<double>() + box["bbox"][2].get<double>()) + "</xmax><ymax>" +
                       std::to_string(box["bbox"][1].get<double>() + box["bbox"][3].get<double>()) +
                       "</ymax></bndbox></object>";
        }
        writeFileAtomically(path(("entities/Annotations/" + id + ".xml").c_str()), xml + "</annotation>");
        writeFileAtomically(path(("entities/Sentences/" + id + ".txt").c_str()),
                            "[/EN#7/other a group of things] is red\n");
    }
    writeFileAtomically(path("nlvr2.json"), nlvr2);
    writeFileAtomically(path("vcr.jsonl"), vcr);
}

FineTuningOptions FineTuningRunsSlowTest::options(const char* task, const char* run) const
{
    const std::map<std::string, TuningFiles> files{
        {"vqa", {path("scenes/questions.json"), path("scenes/annotations.json"), path("scenes/images")}},
        {"nlvr2", {path("nlvr2.json"), {}, path("scenes/images")}},
        {"vcr", {path("vcr.jsonl"), {}, path("scenes/images")}},
        {"flickr", {path("entities"), {}, path("scenes/images")}}};
    FineTuningOptions options;
    options.task = task;
    options.training = files.at(task);
    options.heldOutShare = 0.2;
    options.start = kPack;
    options.folder = path(run);
    options.steps = 3;
    options.batch = 4;
    return options;
}

void FineTuningRunsSlowTest::theStartsHeadIsKeptWhereItFits()
{
    FineTuningOptions options = this->options("vqa", "kept");
    options.learningRate = 1e-12;
    QStringList told;
    const FineTuningResult result =
        fineTune(options, {}, [&](const std::string& sentence) { told += QString::fromStdString(sentence); });
    QVERIFY(!told.join(" ").contains("anew"));
    QVERIFY(result.before.at("accuracy") > 0.5);
    const ModelPack pack = readPack(result.pack);
    QCOMPARE(verifyPack(pack).size(), std::size_t(0));
    QCOMPARE(pack.manifest.name, std::string("picture-book-vqa"));
    // What was strange to the start may be what this one was taught.
    QVERIFY(!readPack(kPack).manifest.strangeness.pictures.empty());
    QVERIFY(pack.manifest.strangeness.pictures.empty() && pack.manifest.strangeness.texts.empty());
    QVERIFY(!std::filesystem::exists(pack.folder / "strangeness"));
    QCOMPARE(readTextFile(pack.resolve(pack.task("vqa").answers, "answers")),
             readTextFile(std::filesystem::path(kPack) / "answers.txt"));
    const LoadedVisualBert tuned = loadVisualBert(pack.folder / pack.task("vqa").model),
                           shipped = loadVisualBert(std::filesystem::path(kPack) / "vqa");
    QCOMPARE(tuned.architecture, shipped.architecture);
    QVERIFY(tuned.network->config().id2label == shipped.network->config().id2label);
    for (const auto& parameter : shipped.network->named_parameters())
        QVERIFY2(parameter.value().allclose(tuned.network->named_parameters()[parameter.key()], 1e-3, 1e-6),
                 parameter.key().c_str());
}

void FineTuningRunsSlowTest::everyTaskEndsInAPack_data()
{
    QTest::addColumn<QString>("task");
    for (const TuningTask& task : tuningTasks())
        QTest::newRow(std::string(task.name).c_str()) << QString::fromStdString(std::string(task.name));
}

void FineTuningRunsSlowTest::everyTaskEndsInAPack()
{
    QFETCH(QString, task);
    const TuningTask& kind = tuningTask(task.toStdString());
    FineTuningOptions options = this->options(qPrintable(task), qPrintable("run-" + task));
    options.freshHead = true;
    options.evaluateEvery = 1;
    const FineTuningResult result = fineTune(options, {});
    QVERIFY(result.heldOutExamples > 0);
    for (const Measures* measures : {&result.before, &result.after}) {
        QVERIFY(measures->at("accuracy") >= 0 && measures->at("accuracy") <= 1);
        QVERIFY(std::isfinite(measures->at("loss")));
    }
    const ModelPack pack = readPack(result.pack);
    QCOMPARE(verifyPack(pack).size(), std::size_t(0));
    QVERIFY(pack.manifest.tasks.contains("vqa")); // the start's own task is kept
    const LoadedVisualBert loaded = loadVisualBert(pack.folder / pack.task(std::string(kind.packKey())).model);
    QCOMPARE(loaded.architecture, std::string(kind.architecture()));
    QVERIFY(loaded.report.fits());
    QVERIFY(QString::fromStdString(readTextFile(options.folder / "log.jsonl")).contains("\"accuracy\""));
}

void FineTuningRunsSlowTest::aTunedPackIsAskedAsItWasTaught_data()
{
    everyTaskEndsInAPack_data();
}

/// The session's accuracy on the held-out examples is the run's. "a group of things" was learned at its last word and
/// asked at "group".
void FineTuningRunsSlowTest::aTunedPackIsAskedAsItWasTaught()
{
    QFETCH(QString, task);
    FineTuningOptions options = this->options(qPrintable(task), qPrintable("taught-" + task));
    options.freshHead = true;
    options.heldOut = options.training;
    options.steps = 8;
    options.learningRate = 1e-3;
    const FineTuningResult result = fineTune(options, {});
    BackendOptions backend;
    backend.precision = "float32";
    Session session(backend);
    session.loadPack({result.pack}, {});
    const DatasetFormat& format = formatOf(options.heldOut, "", tuningTask(task.toStdString()).task);
    const auto dataset = format.open(options.heldOut, {.vcrMode = VcrMode::Answer});
    ScoreSum score;
    for (std::size_t i = 0; i < dataset->count(); ++i) {
        const Example example = dataset->at(i);
        InferenceRequest request = requestOf(example);
        request.image = std::make_shared<const RgbImage>(readImage(example.pictures.at(0)));
        if (example.pictures.size() > 1)
            request.rightImage = std::make_shared<const RgbImage>(readImage(example.pictures.at(1)));
        score.add(scoreOf(example, session.run(request, {})));
    }
    QCOMPARE(score.count(), task == "flickr" ? std::size_t(6) : result.heldOutExamples);
    for (const auto& [measure, value] : score.means())
        QVERIFY2(std::abs(value - result.after.at(measure)) < 1e-9,
                 qPrintable(QString("%1: %2, not %3").arg(measure.c_str()).arg(value).arg(result.after.at(measure))));
}

/// A data set with a picture of no bytes and one that is missing: what is left is learned, and it is said.
void FineTuningRunsSlowTest::brokenPicturesAreLeftOut()
{
    std::filesystem::copy(path("scenes/images"), path("some-images"));
    writeFileAtomically(path("some-images/picture_book_seed5_000000000001.png"), "");
    std::filesystem::remove(path("some-images/picture_book_seed5_000000000002.png"));
    FineTuningOptions options = this->options("vqa", "broken");
    options.training.images = path("some-images");
    QStringList told;
    const FineTuningResult result =
        fineTune(options, {}, [&](const std::string& sentence) { told += QString::fromStdString(sentence); });
    QVERIFY2(told.join("\n").contains("examples are left out, the first being "), qPrintable(told.join("\n")));
    QVERIFY(result.trainingExamples > 0);
    const FineTuningResult whole = fineTune(this->options("vqa", "whole"), {});
    QCOMPARE(result.trainingExamples + result.heldOutExamples + result.leftOut.size(),
             whole.trainingExamples + whole.heldOutExamples);
    QStringList reasons;
    for (const LeftOutExample& left : result.leftOut)
        reasons += QString::fromStdString(left.reason);
    QVERIFY2(!reasons.filter("000000000001.png is empty").isEmpty() &&
                 !reasons.filter("needs the picture picture_book_seed5_000000000002.png").isEmpty(),
             qPrintable(reasons.join("\n")));
    options.resume = true; // ends in the same way
    QVERIFY(fineTune(options, {}).leftOut == result.leftOut);
    options.resume = false;
    options.folder = path("none");
    for (const auto& entry : std::filesystem::directory_iterator(path("some-images")))
        writeFileAtomically(entry.path(), "");
    QVERIFY_THROWS_EXCEPTION(Error, fineTune(options, {}));
}

void FineTuningRunsSlowTest::anotherExtractorEndsInAPackThatLoads()
{
    FineTuningOptions options = this->options("vqa", "another-extractor");
    options.extractor.limits.maxRegions = 4;
    const FineTuningResult result = fineTune(options, {});
    const auto engine = createBackend({});
    QCOMPARE(engine->loadPack({result.pack}, {}).pack.tasks.front(), Task::VisualQuestionAnswering);
}

void FineTuningRunsSlowTest::aCheckpointBecomesAPack()
{
    FineTuningOptions options = this->options("nlvr2", "checkpoint");
    options.start = kPack + "/vqa";
    options.vocabulary = std::filesystem::path(kPack) / "vocab.txt";
    const FineTuningResult result = fineTune(options, {});
    const ModelPack pack = readPack(result.pack);
    QCOMPARE(pack.manifest.tasks.size(), std::size_t(1));
    QVERIFY(std::filesystem::exists(pack.folder / "extractor" / "model.safetensors"));
    options.start = result.pack.string(); // and starts the next run
    options.folder = path("next");
    QStringList told;
    fineTune(options, {}, [&](const std::string& sentence) { told += QString::fromStdString(sentence); });
    QVERIFY2(!told.join(" ").contains("anew"), qPrintable(told.join("\n")));
}

void FineTuningRunsSlowTest::theFormOfTheStartIsKept()
{
    const std::filesystem::path formed = path("formed");
    std::filesystem::copy(kPack, formed, std::filesystem::copy_options::recursive);
    PackManifest manifest = readPack(formed).manifest;
    TaskForm& form = manifest.tasks.at("vqa").form;
    form.textSuffix = "? [MASK]";
    form.readAt = FormReadAt::Mask;
    form.visualType = 0;
    form.hiddenAnswers = {"ball"};
    writePack(formed, manifest);
    FineTuningOptions options = this->options("vqa", "form-kept");
    options.start = formed.string();
    QStringList told;
    const FineTuningResult result =
        fineTune(options, {}, [&](const std::string& sentence) { told += QString::fromStdString(sentence); });
    QVERIFY2(told.join("\n").contains("The form of the start is kept."), qPrintable(told.join("\n")));
    const ModelPack tuned = readPack(result.pack);
    QVERIFY(tuned.manifest.tasks.at("vqa").form == form);
    QVERIFY(tuned.manifest.tasks.at("nlvr").form == TaskForm());
    options = this->options("nlvr2", "form-half-kept"); // another task: only what belongs to the trunk
    manifest.tasks.erase("nlvr");
    writePack(formed, manifest);
    for (const char* other : {"pretraining", "multiple_choice", "region_to_phrase"})
        manifest.tasks.erase(other);
    writePack(formed, manifest);
    options.start = formed.string();
    const TaskForm kept = readPack(fineTune(options, {}).pack).manifest.tasks.at("nlvr").form;
    TaskForm expected;
    expected.visualType = 0;
    QVERIFY(kept == expected);
}

void FineTuningRunsSlowTest::faultsSayWhatToDo_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("named");
    QTest::newRow("task") << "task"
                          << "vqa, nlvr2, vcr, flickr";
    QTest::newRow("start") << "start"
                           << "nowhere";
    QTest::newRow("vocabulary") << "vocabulary"
                                << "--vocab";
    QTest::newRow("extractor") << "extractor"
                               << "visual_embedding_dim";
    QTest::newRow("pictures") << "images"
                              << "is not a folder";
    QTest::newRow("other files") << "annotations"
                                 << "is a folder, not a file";
    QTest::newRow("no data") << "dataset"
                             << "--dataset";
    QTest::newRow("name") << "name"
                          << "\"a/b\" cannot be the name of a pack";
    QTest::newRow("list of answers") << "answers"
                                     << "line 2 is not UTF-8";
    QTest::newRow("somebody's folder") << "pack"
                                       << "pack, which no training run wrote";
    QTest::newRow("an earlier run") << "earlier"
                                    << "already holds a training run";
}

void FineTuningRunsSlowTest::faultsSayWhatToDo()
{
    QFETCH(QString, fault);
    QFETCH(QString, named);
    FineTuningOptions options = this->options("vqa", "fault");
    if (fault == "task")
        options.task = "gqa";
    if (fault == "start")
        options.start = "nowhere";
    if (fault == "vocabulary")
        options.start = kPack + "/vqa";
    if (fault == "extractor") {
        Json config = readJsonFile(std::filesystem::path(kPack) / "extractor" / "config.json");
        config["geometry"] = {{"kind", "none"}};
        config["weights"] = kPack + "/extractor/model.safetensors";
        writeJsonFile(path("other/config.json"), OrderedJson(config));
        options.extractor.extractor = path("other").string();
    }
    if (fault == "images")
        options.training.images = path("nowhere");
    if (fault == "annotations")
        options.training.annotations = path("scenes");
    if (fault == "dataset")
        options.training = {{}, {}, path("scenes/images")};
    if (fault == "name")
        options.name = "a/b";
    if (fault == "answers") {
        options.answers = path("answers.txt");
        writeFileAtomically(options.answers, "red\nbl\xFFue\n");
    }
    if (fault == "pack") {
        options.folder = path("somebody");
        writeFileAtomically(path("somebody/pack/mine.txt"), "mine");
    }
    if (fault == "earlier") {
        options.folder = path("earlier");
        writeFileAtomically(path("earlier/checkpoint/state.safetensors"), "408 steps");
    }
    try {
        fineTune(options, {});
        QFAIL("it ran");
    } catch (const Error& e) {
        QVERIFY2(QString(e.what()).contains(named), e.what());
    }
    QVERIFY(!std::filesystem::exists(options.folder / "regions")); // before the work
}

VBS_TEST_MAIN(FineTuningRunsSlowTest)
#include "fine_tuning_runs_slow_test.moc"
