#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/data/feature_row.h"
#include "core/image/image_io.h"
#include "tests/support/command_line.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace vbs;
namespace fs = std::filesystem;

/// Packs whose parts do not belong together, asked through the real program: one sentence, both numbers or
/// names, and what to do.
class WrongFitTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path pack() const { return fs::path(m_temporary->path().toStdString()) / "pack"; }

    CommandOutcome run(const QStringList& arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_CACHE_HOME", m_temporary->filePath("cache"));
        return runVisualBert(arguments, environment);
    }
    QString errorOfAsking() const
    {
        const CommandOutcome outcome =
            run({"ask", QString::fromStdString((pack() / "samples/toys.png").string()), "How many things are there?",
                 "--pack", QString::fromStdString(pack().string()), "--device", "cpu", "--quiet"});
        if (outcome.exitCode != 1 || !outcome.out.isEmpty() || outcome.err.count('\n') != 1)
            return "exit code " + QString::number(outcome.exitCode) + ", " + outcome.out + outcome.err;
        return outcome.err.trimmed();
    }
    void edit(const char* file, const std::function<void(OrderedJson&)>& change) const
    {
        OrderedJson json = readOrderedJsonFile(pack() / file);
        change(json);
        writeJsonFile(pack() / file, json);
    }

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        fs::copy(fs::path(vbs::test::sourceFolder()) / "models/picture-book", pack(), fs::copy_options::recursive);
    }

    void theCopyWorks() { QVERIFY(errorOfAsking().startsWith("exit code 0, ")); }

    void otherFeatureSize()
    {
        // Ready-made features with 1024 numbers, and a checkpoint that wants 2048.
        RegionFeatures regions;
        regions.image = "toys";
        regions.width = regions.height = 10;
        regions.count = 1;
        regions.size = 1024;
        regions.boxes = {0, 0, 10, 10};
        regions.features.assign(1024, 1);
        writeFileAtomically(pack() / "extractor/features.tsv", formatFeatureRow(regions));
        writeFileAtomically(pack() / "extractor/config.json", R"({"kind":"features","features":"features.tsv"})");
        edit("vqa/config.json", [](OrderedJson& config) { config["visual_embedding_dim"] = 2048; });
        const QString said = errorOfAsking();
        QVERIFY2(said.contains("expects 2048 values per region (visual_embedding_dim), but its extractor") &&
                     said.contains("gives 1024: use an extractor with 2048 (vg_faster_rcnn, resnet50, "
                                   "resnet101 or resnet152)"),
                 qPrintable(said));
        const CommandOutcome explained =
            run({"extract", "--explain-fit", "--pack", QString::fromStdString(pack().string())});
        QVERIFY2(explained.exitCode == 0 &&
                     explained.out.contains("gives 1024 values per region, but 2048 are expected"),
                 qPrintable(explained.out));
    }

    void nlvrCheckpointWithAnswers()
    {
        edit("vqa/config.json", [](OrderedJson& config) {
            config["architectures"] = {"VisualBertForVisualReasoning"};
            config["id2label"] = {{"0", "false"}, {"1", "true"}};
            config["label2id"] = {{"false", 0}, {"true", 1}};
        });
        const QString said = errorOfAsking();
        QVERIFY2(said.contains("its model for the task vqa with a list of 47 answers is a "
                               "VisualBertForVisualReasoning with 2 labels, "
                               "a checkpoint for NLVR2: put it under \"nlvr\" in pack.json"),
                 qPrintable(said));
    }

    void otherAnswers()
    {
        writeFileAtomically(pack() / "answers.txt", "yes\nno\nperhaps\n");
        const QString said = errorOfAsking();
        QVERIFY2(said.contains("its answer list has 3 answers, but its vqa model has 47 labels: use the answer list"),
                 qPrintable(said));
    }

    void configWithoutWeights()
    {
        fs::remove(pack() / "vqa/model.safetensors");
        const QString said = errorOfAsking();
        QVERIFY2(said.contains("vqa holds no weights: put model.safetensors"), qPrintable(said));
    }

    void extractorWithoutWeights()
    {
        fs::remove(pack() / "extractor/model.safetensors");
        const QString said = errorOfAsking();
        QVERIFY2(said.contains("extractor/model.safetensors does not exist"), qPrintable(said));
    }

    void weightsOfAnotherNetwork()
    {
        fs::copy_file(pack() / "extractor/model.safetensors", pack() / "vqa/model.safetensors",
                      fs::copy_options::overwrite_existing);
        const QString said = errorOfAsking();
        QVERIFY2(said.contains("these are the weights of a Faster R-CNN in torchvision's layout "
                               "(faster_rcnn_fpn), but those of "
                               "VisualBertForQuestionAnswering are wanted"),
                 qPrintable(said));
    }

    void otherVocabulary()
    {
        writeFileAtomically(pack() / "vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\n");
        const QString said = errorOfAsking();
        QVERIFY2(said.contains("its vocabulary has 6 entries, but its vqa model knows 453"), qPrintable(said));
    }
};

VBS_TEST_MAIN(WrongFitTest)
#include "wrong_fit_test.moc"
