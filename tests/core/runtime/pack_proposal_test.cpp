#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/regions/published_extractors.h"
#include "core/runtime/backend_factory.h"
#include "core/runtime/pack_proposal.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/support/text_files.h"

#include <QTest>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

const fs::path kPack = fs::path(test::sourceFolder()) / "models" / "picture-book";

PackProposalRequest whole()
{
    PackProposalRequest request;
    request.checkpoints = {kPack / "vqa"};
    request.vocabulary = kPack / "vocab.txt";
    request.answers = kPack / "answers.txt";
    request.extractor = (kPack / "extractor").string();
    request.name = "own";
    return request;
}

InferenceRequest asking(const std::string& text)
{
    InferenceRequest request;
    request.image = std::make_shared<const RgbImage>(drawScene(sceneOfSeries(90210, 1)));
    request.text = text;
    return request;
}

} // namespace

class PackProposalTest : public QObject, TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void init() { fs::remove_all(path("packs")); }
    void makesAPackThatAnswersAlike();
    void saysWhatIsMissing();
    void weightsAlone();
    void theFormCanBeChanged();
    void asksInTheForm();
    void refuses_data();
    void refuses();
    void aCheckpointIsNoPack();
    void aTaskMayHaveAnExtractorOfItsOwn();
};

void PackProposalTest::makesAPackThatAnswersAlike()
{
    const PackProposal proposal = proposePack(whole());
    QVERIFY(proposal.complete());
    const RecognisedCheckpoint& found = proposal.checkpoints.at(0);
    QCOMPARE(found.packKey, std::string("vqa"));
    QVERIFY(found.known == nullptr && !found.certain && found.form == TaskForm());
    QVERIFY(QString::fromStdString(found.verdict).contains("of no published size"));
    QVERIFY(!fs::exists(path("packs")));
    const ModelPack pack = makeProposedPack(proposal, path("packs"));
    QCOMPARE(pack.folder, path("packs") / "own");
    QVERIFY(verifyPack(readPack(pack.folder)).empty());
    QVERIFY(isAssembled(pack.folder));
    const auto engine = createBackend({.device = "cpu", .precision = "float32", .cacheFolder = {}});
    InferenceRequest question = asking("What is there most of?");
    question.pack = engine->loadPack({kPack}, {}).id;
    const InferenceResult expected = engine->run(question, {});
    question.pack = engine->loadPack({pack.folder}, {}).id;
    const InferenceResult answered = engine->run(question, {});
    QCOMPARE(answered.answers.front().text, expected.answers.front().text);
    QCOMPARE(answered.answers.front().probability, expected.answers.front().probability);
}

void PackProposalTest::saysWhatIsMissing()
{
    fs::create_directories(path("bare"));
    fs::copy_file(kPack / "vqa/model.safetensors", path("bare/model.safetensors"),
                  fs::copy_options::overwrite_existing);
    PackProposalRequest request;
    request.checkpoints = {path("bare")};
    const PackProposal proposal = proposePack(request);
    QCOMPARE(proposal.manifest.name, std::string("bare"));
    QCOMPARE(proposal.missing.size(), std::size_t(3));
    QVERIFY(QString::fromStdString(proposal.missing[0]).contains("--answers"));
    QVERIFY(QString::fromStdString(proposal.missing[1]).contains("--vocab"));
    QVERIFY(QString::fromStdString(proposal.missing[2]).contains("--extractor"));
    const QString message = test::messageOf([&] { makeProposedPack(proposal, path("packs")); });
    QCOMPARE(message, QString::fromStdString(proposal.missing.front()));
    QVERIFY(!fs::exists(path("packs/bare")));
}

void PackProposalTest::weightsAlone()
{
    fs::create_directories(path("lone"));
    const fs::path file = path("lone/my weights.bin"); // what a file is decides its contents
    fs::copy_file(kPack / "vqa/model.safetensors", file, fs::copy_options::overwrite_existing);
    PackProposalRequest request = whole();
    request.checkpoints = {file};
    const PackProposal proposal = proposePack(request);
    QVERIFY(proposal.complete());
    QCOMPARE(proposal.assembly.files.at("vqa/model.safetensors").file, file);
    QVERIFY(proposal.assembly.files.at("vqa/config.json").text.has_value());
    QVERIFY(Json::parse(*proposal.assembly.files.at("vqa/config.json").text).at("hidden_size") == 192);
}

void PackProposalTest::theFormCanBeChanged()
{
    PackProposalRequest request = whole();
    request.form = {"text_suffix=? [MASK]", "read_at=mask", "visual_type=0"};
    const ModelPack pack = makeProposedPack(proposePack(request), path("packs"));
    const TaskForm form = readPack(pack.folder).manifest.tasks.at("vqa").form;
    QCOMPARE(form.textSuffix, std::optional<std::string>("? [MASK]"));
    QCOMPARE(form.visualType, 0);
    QVERIFY(infoOf(pack).models.at(0).form.english().find("[MASK]") != std::string::npos);
}

void PackProposalTest::asksInTheForm()
{
    PackProposalRequest request = whole();
    request.form = {"text_suffix=? [MASK]", "hidden_answers=[\"ball\", \"balloon\"]", "max_length=40",
                    "padding=max_length"};
    const ModelPack pack = makeProposedPack(proposePack(request), path("packs"));
    const auto engine = createBackend({.device = "cpu", .precision = "float32", .cacheFolder = {}});
    const LoadPackResult loaded = engine->loadPack({pack.folder}, {});
    QVERIFY(loaded.pack.models.at(0).extractor.featureSize > 0);
    InferenceRequest question = asking("What is there most of?");
    question.topK = 100;
    question.named = {"ball"};
    question.blindToo = true;
    question.presenceToo = true;
    for (const ExplanationMethod method : {ExplanationMethod::Attention, ExplanationMethod::Rollout,
                                           ExplanationMethod::Relevance, ExplanationMethod::Occlusion}) {
        question.explanation.method = method;
        const InferenceResult result = engine->run(question, {});
        const TextToken& mask = result.tokens.at(result.tokens.size() - 2);
        QCOMPARE(mask.text, std::string("[MASK]"));
        QVERIFY(mask.special && mask.begin == mask.end);
        QCOMPARE(result.explanation.readFrom, int(result.tokens.size()) - 2);
        QCOMPARE(result.explanation.tokens.size(), result.tokens.size());
        QCOMPARE(result.explanation.tokens[result.tokens.size() - 2], 0.); // no word of the user's
        QCOMPARE(result.explanation.of, result.answers.front().text);
        for (const auto* list : {&result.answers, &result.blindAnswers})
            for (const Answer& answer : *list)
                QVERIFY(answer.text != "ball" && answer.text != "balloon");
        QCOMPARE(result.allAnswers->names->size(), std::size_t(45)); // two of 47 are hidden
        QCOMPARE(result.allAnswers->probabilities.size(), std::size_t(45));
    }
    question.explanation = {};
    const InferenceResult alone = engine->run(question, {});
    InferenceRequest longer = question;
    longer.text = "Is the ball left of the sun";
    const auto together = engine->runBatch({question, longer}, {});
    QCOMPARE(together[0].answers.front().text, alone.answers.front().text);
    QVERIFY(std::abs(together[0].answers.front().probability - alone.answers.front().probability) < 1e-4);
    const Inspection inside = engine->inspect({question}, {});
    QCOMPARE(inside.answersByLayer.back().front().text, alone.answers.front().text);
    QCOMPARE(inside.positions, alone.tokens.size() + alone.regions.regions.size()); // padding is no position
}

void PackProposalTest::refuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << "nothing"
                             << "No checkpoint is named";
    QTest::newRow("what is not there") << "gone"
                                       << "does not exist";
    QTest::newRow("a detector") << "detector"
                                << "is no VisualBERT checkpoint";
    QTest::newRow("two of a task") << "twice"
                                   << "is a second model for vqa";
    QTest::newRow("other answers") << "answers"
                                   << "labels";
    QTest::newRow("another vocabulary") << "vocabulary"
                                        << "entries";
    QTest::newRow("a form it cannot read") << "form"
                                           << "read_at";
    QTest::newRow("a type it does not know") << "type"
                                             << "type_vocab_size";
    QTest::newRow("a name with slashes") << "name"
                                         << "usable as the name of a folder";
}

void PackProposalTest::refuses()
{
    QFETCH(QString, what);
    QFETCH(QString, says);
    PackProposalRequest request = whole();
    if (what == "nothing")
        request.checkpoints.clear();
    else if (what == "gone")
        request.checkpoints = {path("gone")};
    else if (what == "detector")
        request.checkpoints = {kPack / "extractor"};
    else if (what == "twice")
        request.checkpoints.push_back(kPack / "vqa");
    else if (what == "answers")
        request.answers = write("few.txt", "yes\nno\n");
    else if (what == "vocabulary")
        request.vocabulary = write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n");
    else if (what == "form")
        request.form = {"read_at=mask"};
    else if (what == "type")
        request.form = {"visual_type=7"};
    else
        request.name = "a/b";
    const QString message = test::messageOf([&] { proposePack(request); });
    QVERIFY2(message.contains(says), qPrintable(message));
}

void PackProposalTest::aCheckpointIsNoPack()
{
    const auto engine = createBackend({.device = "cpu", .precision = "float32", .cacheFolder = {}});
    const QString message = test::messageOf([&] { engine->loadPack({kPack / "vqa"}, {}); });
    QVERIFY2(message.contains("is a checkpoint, not a pack: make it one with visualbert packs add"),
             qPrintable(message));
}

void PackProposalTest::aTaskMayHaveAnExtractorOfItsOwn()
{
    const fs::path folder = path("two");
    fs::copy(kPack, folder, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    Json config = readJsonFile(folder / "extractor/config.json");
    applyExtractorLimits({std::nullopt, std::nullopt, 2}, config);
    config["weights"] = "../extractor/model.safetensors";
    writeJsonFile(folder / "few/config.json", OrderedJson(config));
    PackManifest manifest = readPack(folder).manifest;
    manifest.tasks.at("nlvr").extractor = {{"kind", config["kind"]}, {"config", "few/config.json"}};
    fs::remove(folder / "extractor/config.json"); // pack.json may say it all
    Json usual = readJsonFile(kPack / "extractor/config.json");
    usual["weights"] = "extractor/model.safetensors";
    manifest.extractor = usual;
    writePack(folder, manifest);
    const auto engine = createBackend({.device = "cpu", .precision = "float32", .cacheFolder = {}});
    const PackInfo info = engine->loadPack({folder}, {}).pack;
    QCOMPARE(info.models.size(), info.tasks.size());
    InferenceRequest question = asking("What is there most of?");
    const InferenceResult many = engine->run(question, {});
    QVERIFY(many.regions.regions.size() > 3);
    question.task = Task::VisualReasoning;
    question.rightImage = question.image;
    question.text = "Both images contain a ball.";
    const InferenceResult few = engine->run(question, {});
    QVERIFY(few.regions.regions.size() < many.regions.regions.size());
    QCOMPARE(few.rightRegions.regions.size(), few.regions.regions.size());
    question.task = Task::VisualQuestionAnswering; // the pictures' keys are not mixed up
    QCOMPARE(engine->run(question, {}).regions.regions.size(), many.regions.regions.size());
}

VBS_TEST_MAIN(PackProposalTest)
#include "pack_proposal_test.moc"
